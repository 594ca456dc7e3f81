import { any, defineStack, type Stack } from '../../lib/catalog/index.ts';
import {
  type Alert,
  type Dashboard,
  dashboard,
  type Foreign,
  type HouseRuleSpec,
  type Loaded,
  Panel,
  type PanelQuery,
  type Project,
  type QueryLike,
  type RecordingRule,
  row,
  type RuleGroup,
  ruleGroup,
  timeseries,
  toHouseRule,
} from '../../lib/model/index.ts';
import { defineCatalog } from '../../lib/promql/index.ts';

/** A small system with two jobs, for what checks find in it. */
export const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  prometheus: { version: '3.2.1', retention: { time: '15d' } },
  jobs: { api: { targets: ['api:8080'] }, worker: { targets: ['worker:8080'] } },
  datasources: [
    {
      uid: 'shop-prom',
      name: 'Prometheus',
      type: 'prometheus',
      url: 'http://prometheus:9090',
      default: true,
    },
  ],
  grafana: { image: 'grafana/grafana-oss:11.5.2', folder: 'Shop' },
});

const api = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '404', '500'], route: any },
  },
  refusals_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests refused, by caller.',
    labels: { limit: ['day', 'hour'], caller: any },
    unbounded: ['caller'],
  },
  queue_depth: {
    kind: 'gauge',
    unit: 'jobs',
    help: 'Jobs that wait.',
    labels: { queue: ['mail', 'pdf'] },
  },
  payload_bytes: {
    kind: 'histogram',
    unit: 'bytes',
    help: 'Size of a request.',
    labels: { route: any },
    buckets: [100, 1000],
  },
  latency_seconds: { kind: 'gauge', unit: 'seconds', help: 'Latency of the last request.' },
  last_done_timestamp: { kind: 'gauge', unit: 'timestamp', help: 'Time of the last job.' },
  paused: { kind: 'gauge', unit: 'state', help: 'Whether it is paused.', range: [0, 1] },
  disk_used: { kind: 'gauge', unit: 'ratio', help: 'Part of the disk in use.' },
  wait_seconds: {
    kind: 'summary',
    unit: 'seconds',
    help: 'Time that a job waits.',
    labels: { queue: ['mail', 'pdf'] },
    quantiles: [0.5, 0.99],
  },
  render_seconds: { kind: 'histogram', unit: 'seconds', help: 'Time of a page.', native: true },
  build_info: { kind: 'info', help: 'Version that runs.', labels: { version: any } },
  retries_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests repeated.',
    labels: { code: ['200', '404', '500'] },
    optional: true,
  },
  hits_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    deprecated: 'renamed: use requests_total',
  },
});

const worker = defineCatalog(stack.jobs.worker, {
  worker_slots: {
    kind: 'gauge',
    unit: 'jobs',
    help: 'Jobs that fit.',
    labels: { queue: ['mail', 'pdf'] },
  },
});

export const m = { ...api.m, ...worker.m };

/** What a row of a check's table is about. */
export type Subject = Panel | Dashboard | Alert | RecordingRule | RuleGroup | QueryLike | Shop;

/** Several things at once, or a stack of its own. */
export interface Shop {
  readonly stack?: Stack;
  readonly dashboards?: readonly Dashboard[];
  readonly groups?: readonly RuleGroup[];
  /** As if it were read from files of Grafana and Prometheus. */
  readonly foreign?: Foreign;
  /** What is off unless it is asked for. */
  readonly house?: readonly HouseRuleSpec[];
}

/** A project that holds nothing but this. */
export function projectOf(subject: Subject): Project {
  const { stack: own = stack, dashboards = [], groups = [], foreign, house = [] } = shopOf(subject);
  return {
    systems: [
      {
        name: 'shop',
        stack: own,
        metrics: [...api.metrics, ...worker.metrics],
        dashboards: dashboards.map((value) => loaded(value, 'dashboards/shop/shop.ts')),
        groups: groups.map((value) => loaded(value, 'alerts/shop/shop.ts')),
        ...(foreign === undefined ? {} : { foreign }),
        house: house.map(toHouseRule),
      },
    ],
  };
}

function shopOf(subject: Subject): Shop {
  if (isShop(subject)) return subject;
  if (!('kind' in subject) || subject instanceof Panel) {
    const rows = [row('Row', [panelOf(subject)])];
    return { dashboards: [dashboard({ uid: 'shop', title: 'Shop', rows })] };
  }
  if (subject.kind === 'dashboard') return { dashboards: [subject] };
  return { groups: [subject.kind === 'group' ? subject : ruleGroup('shop', [subject])] };
}

function isShop(subject: Subject): subject is Shop {
  return 'stack' in subject || 'dashboards' in subject || 'groups' in subject;
}

function panelOf(subject: Panel | QueryLike | PanelQuery): Panel {
  return subject instanceof Panel ? subject : (timeseries('Panel', '').query(subject) as Panel);
}

function loaded<T>(value: T, file: string): Loaded<T> {
  return { value, file, name: 'shop' };
}
