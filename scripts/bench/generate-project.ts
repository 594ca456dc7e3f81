import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a project of one system with so many dashboards, as they are generated: one function makes the twenty panels,
 * and each content file calls it for its service.
 */
export function generateProject(root: string, dashboards: number): void {
  const files: Record<string, string> = {
    'tsconfig.content.json': CONFIG,
    'systems/bench/stack.ts': STACK,
    'systems/bench/metrics.ts': METRICS,
    'systems/bench/index.ts': INDEX,
    'dashboards/shared/service.ts': SERVICE,
  };
  for (let i = 0; i < dashboards; i++) files[`dashboards/bench/service-${i}.ts`] = dashboardOf(i);
  for (const [file, text] of Object.entries(files)) {
    const absolute = path.join(root, file);
    mkdirSync(path.dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
  }
}

/** Of the repository, where `npm run` runs scripts. */
const CONFIG = JSON.stringify({
  extends: path.resolve('tsconfig.content.json'),
  compilerOptions: { paths: { dashc: [path.resolve('lib/index.ts')] } },
  include: ['systems', 'dashboards', 'alerts'],
});

const STACK = `import { defineStack } from 'dashc';

export const stack = defineStack({
  name: 'bench',
  title: 'Bench',
  prometheus: { version: '3.2.1', port: 9090 },
  jobs: { api: { targets: ['api:8080'] } },
  datasources: [
    { uid: 'prom', name: 'Prometheus', type: 'prometheus', url: 'http://prometheus:9090', default: true },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Bench', port: 3000 },
});
`;

const METRICS = `import { any, defineCatalog } from 'dashc';

import { stack } from './stack.ts';

export const catalog = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '404', '500'], route: any },
  },
  queue_depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs waiting.', labels: { queue: ['mail', 'pdf'] } },
  memory_bytes: { kind: 'gauge', unit: 'bytes', help: 'Memory in use.' },
  latency_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Latency of a request.',
    labels: { route: any },
    buckets: [0.1, 0.5, 1, 5],
  },
});

export const { m } = catalog;
`;

const INDEX = `import { defineSystem } from 'dashc';

import { catalog, m } from './metrics.ts';
import { stack } from './stack.ts';

export { m, stack };
export default defineSystem({ stack, catalogs: [catalog] });
`;

const SERVICE = `import { byName, dashboard, gauge, row, stat, timeseries } from 'dashc';

import { m } from '../../systems/bench/index.ts';

export function serviceDashboard(service: string) {
  const requests = m.requests_total.where({ route: service });
  const failed = m.requests_total.where({ route: service, code: '500' });
  const latency = m.latency_seconds.where({ route: service });
  const part = (n: number) =>
    row(\`Part \${n}\`, [
      timeseries('Requests', 'Requests per second by status; a rise of 5xx needs a look.')
        .query(requests.rate().sumBy('code').legend('{{code}}')),
      timeseries('Latency', 'p95 by route.')
        .query(latency.quantile(0.95, { by: ['route'] }).legend('{{route}}'))
        .thresholds({ warning: 0.5, critical: 1 }),
      stat('Errors', 'Share of requests that failed.')
        .query(failed.rate().sum().div(requests.rate().sum()))
        .thresholds({ warning: 0.01, critical: 0.05 })
        .decimals(2),
      timeseries('Queue', 'Jobs that wait, by queue.')
        .query(m.queue_depth.maxBy('queue').legend('{{queue}}'))
        .override(byName('mail'), { color: 'blue' }),
      gauge('Memory', 'Memory in use.').query(m.memory_bytes.sum()).min(0).max(4e9),
    ]);
  return dashboard({
    uid: service,
    title: service,
    description: 'One of many.',
    tags: ['bench'],
    refresh: '30s',
    time: '6h',
    rows: [part(1), part(2), part(3), part(4)],
  });
}
`;

function dashboardOf(index: number): string {
  return `import { serviceDashboard } from '../shared/service.ts';

export default serviceDashboard('service-${index}');
`;
}
