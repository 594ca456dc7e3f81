import { any, type Job } from '../../lib/catalog/index.ts';
import { defineCatalog } from '../../lib/promql/index.ts';

/** A small catalog of two jobs with one metric of every kind. */

const api: Job<'api', { readonly tier: readonly ['web'] }> = {
  name: 'api',
  labels: { tier: ['web'], job: ['api'], instance: any },
  scrape: { targets: ['api:8080'] },
};

const worker: Job<'worker', { readonly tier: readonly ['batch', 'cron'] }> = {
  name: 'worker',
  labels: { tier: ['batch', 'cron'], job: ['worker'], instance: any },
  scrape: { targets: ['worker:8080'] },
};

const server = defineCatalog(api, {
  messages_received_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages received.',
    labels: { message_type: ['raw', 'ack'], user_id: any },
  },
  messages_failed_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages that failed processing.',
    labels: { message_type: ['raw', 'ack'], error_type: any },
  },
  requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests served.',
    labels: { code: ['200', '404', '500'], route: any },
  },
  sessions_total: { kind: 'counter', unit: 'sessions', help: 'Sessions started.' },
  queue_depth: {
    kind: 'gauge',
    unit: 'jobs',
    help: 'Jobs waiting.',
    labels: { queue: ['broadcast', 'cleanup'] },
  },
  queue_capacity: {
    kind: 'gauge',
    unit: 'jobs',
    help: 'Most jobs that fit.',
    labels: { queue: ['broadcast', 'cleanup'] },
  },
  last_done_timestamp: { kind: 'gauge', unit: 'timestamp', help: 'Time of the last job.' },
  breaker_state: { kind: 'gauge', unit: 'state', range: [0, 1], help: 'Breaker, 1 is open.' },
  breaker_open: { kind: 'gauge', unit: 'state', range: [0, 1], help: 'Breaker, its other name.' },
  request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Duration of a request.',
    labels: { route: any },
    buckets: [0.1, 0.5, 1, 5],
  },
  payload_bytes: {
    kind: 'histogram',
    unit: 'bytes',
    help: 'Size of a payload, as a native histogram.',
    native: true,
    labels: { route: any },
  },
  gc_pause_seconds: {
    kind: 'summary',
    unit: 'seconds',
    help: 'Pauses of the garbage collector.',
    quantiles: [0.5, 0.99],
  },
  build_info: { kind: 'info', help: 'Version that runs.', labels: { version: any } },
});

const scrape = defineCatalog([api, worker], {
  up: { kind: 'gauge', unit: 'state', range: [0, 1], help: 'Whether the scrape succeeded.' },
});

const exported = defineCatalog([], {
  cluster_size: { kind: 'gauge', unit: 'nodes', help: 'Nodes, from wherever it comes.' },
});

export const m = { ...server.m, ...scrape.m, ...exported.m };

export const metrics = [...server.metrics, ...scrape.metrics, ...exported.metrics];
