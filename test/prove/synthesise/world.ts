import { any, defineStack, Duration } from '../../../lib/catalog/index.ts';
import type { System, World } from '../../../lib/model/index.ts';
import { change, defineWorld, scenario } from '../../../lib/model/index.ts';
import { defineCatalog } from '../../../lib/promql/index.ts';

const stack = defineStack({
  name: 'shop',
  title: 'Shop',
  environment: { API: { help: 'Where it is.', example: 'api:8080' } },
  prometheus: { version: '3.2.1' },
  jobs: { api: { targets: ['${API}', 'api-2:8080'], labels: { tier: 'front' } } },
  datasources: [
    { uid: 'p', name: 'P', type: 'prometheus', url: 'http://prometheus:9090', default: true },
  ],
  grafana: { image: 'grafana/grafana:11.5.2', folder: 'Shop' },
});

const catalog = defineCatalog(stack.jobs.api, {
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 4,
    help: 'Requests.',
    labels: { route: any, code: ['200', '500'] },
  },
  requests_failed_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests that failed.',
    labels: { route: any },
  },
  request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time to answer.',
    labels: { route: any },
    buckets: [0.1, 0.5, 1, 5],
  },
  cpu_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 2,
    help: 'Time of each CPU.',
    labels: {
      cpu: any,
      mode: ['idle', 'user', 'system', 'iowait', 'irq', 'softirq', 'nice', 'steal'],
    },
  },
  load: { kind: 'gauge', unit: 'processes', healthy: [0.4, 1.6], help: 'Mean of a minute.' },
  queue_depth: { kind: 'gauge', unit: 'jobs', healthy: [5, 20], help: 'Waiting.' },
  worker_up: { kind: 'gauge', unit: 'state', range: [0, 1], help: 'Whether it works.' },
  last_job_timestamp: { kind: 'gauge', unit: 'timestamp', help: 'When the last job ended.' },
  process_start_time_seconds: { kind: 'gauge', unit: 'timestamp', help: 'When it started.' },
  build_info: { kind: 'info', help: 'Its version.', labels: { version: any } },
});

export const { m } = catalog;

/** A system of one job with two targets, of which the first restarts. */
export function shop(world?: World): System {
  return {
    name: 'shop',
    stack,
    metrics: catalog.metrics,
    dashboards: [],
    groups: [],
    ...(world && { world: { value: world, file: 'systems/shop/scenarios.ts', name: 'scenarios' } }),
  };
}

/** The queue stands still from the incident on, and half an hour later the API is gone. */
export const outage = scenario({
  name: 'outage',
  description: 'The queue stalls, then the API ends.',
  changes: [
    change(m.last_job_timestamp).freeze(),
    change(m.queue_depth).grow(1),
    change(m.requests_total.where({ code: '500' })).rate(1),
    change(m.request_duration_seconds).latency(10),
    change(m.worker_up, { after: Duration.minutes(10) }).set(0),
    change(m.build_info, { after: '20m' }).absent(),
  ],
  fires: [],
});

export const world = defineWorld({
  labels: { route: ['/a', '/b', '/c'] },
  scenarios: [outage],
});
