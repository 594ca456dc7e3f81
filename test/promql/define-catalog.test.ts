import { expect, it } from 'vitest';

import { any, defineStack } from '../../lib/catalog/index.ts';
import { defineCatalog, envOf, infer, labelOf, parse } from '../../lib/promql/index.ts';

const { jobs } = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1' },
  jobs: {
    api: { targets: ['api:80'], labels: { tier: 'front' } },
    worker: { targets: ['worker:80'] },
  },
  datasources: [],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
});

const SPECS = {
  hits_total: { kind: 'counter', unit: 'requests', help: 'Hits.', labels: { user: any } },
} as const;

const one = defineCatalog(jobs.api, SPECS);
const both = defineCatalog([jobs.api, jobs.worker], SPECS);

it.each([
  ['the only job adds it', one, 'tier', 'guaranteed'],
  ['the metric has it', both, 'user', 'guaranteed'],
  ['all jobs add it', both, 'instance', 'guaranteed'],
  ['one of the jobs adds it', both, 'tier', 'possible'],
] as const)('knows where a label is: %s', (_, catalog, label, presence) => {
  const { expr } = parse('hits_total');
  expect(expr && labelOf(infer(expr, envOf(catalog.metrics)), label).presence).toBe(presence);
});
