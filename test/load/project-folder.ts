import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach } from 'vitest';

/** Text of files by path. */
export type Files = Readonly<Record<string, string>>;

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, removed after the test. */
export function projectFolder(files: Files): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-test-'));
  folders.push(folder);
  write(folder, files);
  return folder;
}

/** Adds or replaces files. */
export function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The files of a small system that is valid. */
export const SHOP: Files = {
  'systems/shop/stack.ts': `import { defineStack } from 'dashc';

export const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1', port: 9090 },
  jobs: { api: { targets: ['api:8080'] } },
  datasources: [
    { uid: 'shop-prom', name: 'Prometheus', type: 'prometheus', url: 'http://prometheus:9090', default: true },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop', port: 3000 },
});
`,
  'systems/shop/metrics.ts': `import { any, defineCatalog } from 'dashc';

import { stack } from './stack.ts';

export const catalog = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '500'], route: any },
  },
  queue_depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs waiting.', labels: { queue: ['mail'] } },
});

export const { m } = catalog;
`,
  'systems/shop/index.ts': `import { defineSystem } from 'dashc';

import { catalog, m } from './metrics.ts';
import { stack } from './stack.ts';

export { m, stack };
export default defineSystem({ stack, catalogs: [catalog] });
`,
  'dashboards/shop/overview.ts': `import { dashboard, row, timeseries } from 'dashc';

import { m } from '../../systems/shop/index.ts';

export default dashboard({
  uid: 'shop-overview',
  title: 'Overview',
  rows: [
    row('Traffic', [
      timeseries('Requests', 'Requests by status.')
        .query(m.requests_total.rate().sumBy('code').legend('{{code}}'))
        .width(12),
      timeseries('Queue', 'Jobs waiting.').query(m.queue_depth),
    ]),
  ],
});
`,
  'alerts/shop/queue.ts': `import { alert, constant, given, ruleGroup } from 'dashc';

import { m } from '../../systems/shop/index.ts';

const backlog = alert({
  name: 'ShopBacklog',
  expr: m.queue_depth.gt(10),
  for: '5m',
  severity: 'warning',
  summary: 'Jobs wait',
  description: 'More than ten.',
  runbook: { meaning: 'A', impact: 'B', diagnosis: ['C'], mitigation: ['D'] },
  cases: [
    {
      name: 'fires above ten',
      given: [given(m.queue_depth, { instance: 'a' }, constant(11))],
      at: '6m',
      fires: [{ labels: { queue: 'mail', instance: 'a', job: 'api' } }],
    },
    { name: 'quiet at ten', given: [given(m.queue_depth, {}, constant(10))], at: '6m' },
  ],
});

export default ruleGroup('shop', [backlog]);
`,
};
