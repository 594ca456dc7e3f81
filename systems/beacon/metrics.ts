import { any, defineCatalog } from '../../lib/index.ts';
import { GO } from '../shared/go.ts';
import { PROCESS } from '../shared/process.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { stack } from './stack.ts';

const job = stack.jobs['beacon-runner'];

const REGIONS = ['US', 'EU', 'ASIA'] as const;

/** Bounds of a histogram of the Go client library that names none. */
const GO_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/**
 * The runner, in Go: takes jobs over HTTP, passes them on through an outbox to Redis, runs them on the Golem network in
 * each region, and tells clients by WebSocket. Its labelled metrics have no series before their first use.
 */
export const runner = defineCatalog(job, {
  jobs_enqueued_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0.3,
    help: 'Jobs accepted.',
  },
  jobs_processed_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0.29,
    help: 'Jobs that ended well. Every job ends here or in jobs_failed_total.',
  },
  jobs_failed_total: {
    kind: 'counter',
    unit: 'jobs',
    help: 'Jobs that ended failed.',
  },
  // The runner exposes the next two, yet nothing in its source counts them up: they stay 0 until that changes.
  jobs_retried_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0,
    help: 'Jobs put back for another try.',
  },
  jobs_deadletter_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0,
    help: 'Jobs given up.',
  },
  // Both are read from the database that all instances share: never sum them.
  outbox_unpublished_count: {
    kind: 'gauge',
    unit: 'jobs',
    healthy: [0, 3],
    help: 'Rows of the outbox, a job each, that are not published to Redis yet.',
  },
  outbox_oldest_unpublished_age_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0, 8],
    help: 'Age of the oldest row of the outbox that is not published yet.',
  },
  outbox_published_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 0.3,
    help: 'Messages of the outbox sent to Redis.',
  },
  outbox_publish_errors_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages of the outbox that could not be sent.',
  },
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 4,
    help: 'HTTP requests answered, by status code.',
    labels: { path: any, method: any, status: any },
    optional: true,
  },
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.04,
    help: 'Time to answer an HTTP request.',
    labels: { path: any, method: any },
    buckets: GO_BUCKETS,
    optional: true,
  },
  // Executions and waits of minutes all end in +Inf: a quantile of these two never exceeds 10 s.
  runner_execution_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 4,
    help: 'Duration of one execution on the Golem network.',
    labels: { region: REGIONS, status: ['completed', 'failed'] },
    buckets: GO_BUCKETS,
    optional: true,
  },
  runner_queue_latency_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.3,
    help: 'Wait of a job until a worker starts on it.',
    labels: { region: REGIONS },
    buckets: GO_BUCKETS,
    optional: true,
  },
  runner_failures_total: {
    kind: 'counter',
    unit: 'failures',
    healthy: 0.002,
    help: 'Executions that failed, by cause and by the part of the runner.',
    labels: { region: REGIONS, error_type: any, component: any },
    optional: true,
  },
  negotiation_offers_seen_total: {
    kind: 'counter',
    unit: 'offers',
    healthy: 3,
    help: 'Offers of Golem providers seen. Counted only while a job negotiates.',
    labels: { region: any },
    optional: true,
  },
  negotiation_offers_matched_p0p2_total: {
    kind: 'counter',
    unit: 'offers',
    healthy: 1.5,
    help: 'Offers whose region matched at one of the levels P0 to P2.',
    labels: { region: any },
    optional: true,
  },
  negotiation_offers_p3_total: {
    kind: 'counter',
    unit: 'offers',
    healthy: 0.4,
    help: 'Offers at level P3, whose region a probe has to verify.',
    labels: { region: any },
    optional: true,
  },
  negotiation_probes_passed_total: {
    kind: 'counter',
    unit: 'probes',
    healthy: 0.3,
    help: 'Probes that verified the region of a provider.',
    labels: { region: any },
    optional: true,
  },
  negotiation_probes_failed_total: {
    kind: 'counter',
    unit: 'probes',
    healthy: 0.03,
    help: 'Probes that failed or contradicted the region of a provider.',
    labels: { region: any },
    optional: true,
  },
  negotiation_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.8,
    help: 'Duration of one negotiation, by how it ended.',
    labels: {
      region: any,
      outcome: ['strict_match', 'relax_match', 'needs_probe', 'probe_verified', 'no_match'],
    },
    optional: true,
  },
  websocket_connections: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [10, 30],
    help: 'Clients connected by WebSocket.',
  },
  websocket_messages_broadcast_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 5,
    help: 'Messages sent to clients.',
  },
  websocket_messages_dropped_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages dropped because clients did not keep up.',
  },
  memory_heap_alloc_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e6, 90e6],
    help: 'Heap in use.',
    deprecated: 'a copy: use go_memstats_heap_alloc_bytes',
  },
  memory_heap_sys_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 150e6,
    help: 'Heap obtained from the system.',
    deprecated: 'a copy: use go_memstats_heap_sys_bytes',
  },
  memory_stack_inuse_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1e6, 2e6],
    help: 'Memory of the stacks of all goroutines.',
    deprecated: 'a copy: use go_memstats_stack_inuse_bytes',
  },
  goroutine_count: {
    kind: 'gauge',
    unit: 'goroutines',
    healthy: [30, 55],
    help: 'Goroutines that exist.',
    deprecated: 'a copy: use go_goroutines',
  },
  gc_pause_duration_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.0001, 0.0005],
    help: 'Last pause of the garbage collector.',
    deprecated: 'a copy: use go_gc_duration_seconds',
  },
  beacon_execution_duplicates_detected_total: {
    kind: 'counter',
    unit: 'attempts',
    help: 'Executions that were under way already.',
    labels: { job_id: any, region: REGIONS, model_id: any },
    optional: true,
    deprecated: 'declared in the source but never registered, and with a series for every job',
  },
  beacon_execution_duplicates_allowed_total: {
    kind: 'counter',
    unit: 'attempts',
    help: 'Executions that were started although they were under way already.',
    labels: { job_id: any, region: REGIONS, model_id: any },
    optional: true,
    deprecated: 'declared in the source but never registered, and with a series for every job',
  },
});

/** What the Go client library adds. */
export const runtime = defineCatalog(job, { ...PROCESS, ...GO });

/** The scrapes of the runner. */
export const scrapes = defineCatalog(job, SCRAPE);

export const m = { ...runner.m, ...runtime.m, ...scrapes.m };
