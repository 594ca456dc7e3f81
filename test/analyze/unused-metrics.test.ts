import { expect, it } from 'vitest';

import { unusedMetrics } from '../../lib/analyze/unused-metrics.ts';
import { defineStack } from '../../lib/catalog/index.ts';
import { dashboard, row, stat, type System } from '../../lib/model/index.ts';
import { defineCatalog } from '../../lib/promql/index.ts';

const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1' },
  jobs: { api: { targets: ['api:8080'] } },
  datasources: [],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
});

const { m, metrics } = defineCatalog(stack.jobs.api, {
  requests_total: { kind: 'counter', unit: 'requests', help: 'Requests served.' },
  latency_seconds: { kind: 'histogram', unit: 'seconds', help: 'Latency.', buckets: [1] },
  queue_depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs that wait.' },
});

/** A system that shows these. */
function showing(...panels: Parameters<typeof row>[1]): System {
  const value = dashboard({ uid: 'shop', title: 'Shop', rows: [row('Row', panels)] });
  const loaded = { value, file: 'dashboards/shop/shop.ts', name: 'shop' };
  return { name: 'shop', stack, metrics, dashboards: [loaded], groups: [] };
}

const rate = stat('Rate', '').query(m.requests_total.rate().sum());
const depth = stat('Depth', '').query(m.queue_depth);
const latency = stat('p99', '').query(m.latency_seconds.quantile(0.99));

it('names what nothing reads, once a system', () => {
  expect(unusedMetrics(showing(rate))).toEqual([
    {
      code: 'catalog/unused-metric',
      severity: 'info',
      message:
        '2 of 3 declared metrics are read by no panel, variable or rule: `latency_seconds`, `queue_depth`',
      where: { file: 'systems/shop/metrics.ts', path: ['system shop'] },
    },
  ]);
});

it('knows a histogram by its buckets, and says nothing where all is read', () => {
  expect(unusedMetrics(showing(rate, depth, latency))).toEqual([]);
});
