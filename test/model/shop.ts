import { any, defineStack } from '../../lib/catalog/index.ts';
import {
  alert,
  type AlertSpec,
  constant,
  type Dashboard,
  dashboard,
  type DashboardSpec,
  given,
  type Loaded,
  type Panel,
  row,
  type System,
} from '../../lib/model/index.ts';
import { defineCatalog, type Labelled } from '../../lib/promql/index.ts';

/** A small system to build dashboards of. */
export const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1' },
  jobs: { api: { targets: ['api:8080'] } },
  datasources: [
    {
      uid: 'shop-prom',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
    },
    { uid: 'other', name: 'Other', type: 'prometheus', url: 'http://other:9090' },
    { uid: 'shop-loki', name: 'Loki', type: 'loki', url: 'http://loki:3100' },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
});

const catalog = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '500'], route: any },
  },
  queue_depth: { kind: 'gauge', unit: 'jobs', help: 'Jobs that wait.', labels: { queue: any } },
  memory_bytes: { kind: 'gauge', unit: 'bytes', help: 'Memory in use.' },
  latency_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Latency of a request.',
    labels: { route: any },
    buckets: [0.1, 1],
  },
});

export const { m } = catalog;

export const metrics = catalog.metrics;

/** A dashboard with one row of these panels. */
export function dashboardOf(
  panels: readonly Panel[],
  spec: Partial<DashboardSpec> = {},
): Dashboard {
  return dashboard({ uid: 'shop', title: 'Shop', rows: [row('Row', panels)], ...spec });
}

export function loaded(value: Dashboard, name = 'shop'): Loaded<Dashboard> {
  return { value, name, file: `dashboards/shop/${name}.ts` };
}

export function systemOf(...dashboards: readonly Dashboard[]): System {
  return {
    name: 'shop',
    stack,
    metrics,
    dashboards: dashboards.map((value) => loaded(value, value.uid)),
    groups: [],
  };
}

/** An alert on an expression; everything else is filler. */
export function alertOn<L extends string>(
  expr: Labelled<L>,
  severity: AlertSpec<L, '', ''>['severity'] = 'warning',
  name = 'ShopAlert',
) {
  return alert({
    name,
    expr,
    severity,
    summary: 'Summary',
    description: 'Description',
    runbook: { meaning: 'm', impact: 'i', diagnosis: ['d'], mitigation: ['m'] },
    cases: [
      { name: 'fires', given: [given(m.queue_depth, {}, constant(1))], at: '5m', fires: [{}] },
      { name: 'quiet', given: [given(m.queue_depth, {}, constant(0))], at: '5m' },
    ],
  });
}
