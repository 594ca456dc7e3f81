import { any, defineCatalog } from '../../lib/index.ts';
import { NODE } from '../shared/node.ts';
import { NODEJS } from '../shared/nodejs.ts';
import { POSTGRES_STATEMENTS } from '../shared/postgres-statements.ts';
import { POSTGRES_TABLES } from '../shared/postgres-tables.ts';
import { POSTGRES } from '../shared/postgres.ts';
import { PROCESS } from '../shared/process.ts';
import { REDIS } from '../shared/redis.ts';
import { SCRAPE } from '../shared/scrape.ts';
import { stack } from './stack.ts';

/** Types of jobs, which is not how Bull names its queues. */
const QUEUES = [
  'parse-search',
  'broadcast',
  'notification',
  'cleanup-data',
  'audience-segment',
  'cron',
] as const;

const HTTP_METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/** The Fastify backend with its Bull workers. prom-client creates a labelled counter at its first increment. */
export const backend = defineCatalog(stack.jobs.backend, {
  http_request_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.08,
    help: 'Time from request to response.',
    labels: { method: HTTP_METHODS, route: any, status_code: any },
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10],
    optional: true,
  },
  http_requests_total: {
    kind: 'counter',
    unit: 'requests',
    healthy: 12,
    help: 'Requests by result: 4xx is client_error, 5xx or a thrown exception is error.',
    labels: {
      method: HTTP_METHODS,
      route: any,
      status_code: any,
      outcome: ['success', 'client_error', 'error'],
    },
    optional: true,
  },
  database_connections_active: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [3, 9],
    help: 'Clients of the PostgreSQL pool that are checked out.',
  },
  database_connections_max: {
    kind: 'gauge',
    unit: 'connections',
    healthy: 20,
    help: 'Size of the PostgreSQL pool; 20 unless configured.',
  },
  redis_connections_active: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [1, 3],
    help: 'Clients of the Redis pool in use.',
  },
  redis_connections_capacity: {
    kind: 'gauge',
    unit: 'connections',
    healthy: 5,
    help: 'Size of the Redis pool; 5 unless configured.',
  },
  redis_pool_pending_requests: {
    kind: 'gauge',
    unit: 'waiters',
    healthy: 0,
    help: 'Callers that wait for a client of the Redis pool.',
  },
  job_queue_size: {
    kind: 'gauge',
    unit: 'jobs',
    healthy: [0, 12],
    help: 'Jobs that wait, are delayed or run, by type.',
    labels: { queue: QUEUES },
  },
  job_queue_last_completed_timestamp: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'Time of the last job that succeeded, by type; the time of the start until there is one.',
    labels: { queue: QUEUES },
  },
  job_events_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0.5,
    help: 'Jobs that ended, by type and result; every failed attempt counts.',
    labels: { queue: QUEUES, status: ['completed', 'failed'] },
    optional: true,
  },
  job_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 3,
    help: 'Run time of a job, by type and result.',
    labels: { queue: QUEUES, status: ['completed', 'failed'] },
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
    optional: true,
  },
  broadcast_sent_total: {
    kind: 'counter',
    unit: 'messages',
    healthy: 1.5,
    help: 'Messages of broadcasts that were sent.',
  },
  broadcast_failed_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Messages of broadcasts that failed.',
  },
  parsing_jobs_total: {
    kind: 'counter',
    unit: 'jobs',
    healthy: 0.05,
    help: 'Parsing jobs by result.',
    labels: { status: ['completed', 'failed'] },
    optional: true,
  },
  audience_segments_total: {
    kind: 'counter',
    unit: 'segments',
    healthy: 0.01,
    help: 'Audience segments built, by result.',
    labels: { status: ['ready', 'failed'] },
    optional: true,
  },
  payment_events_total: {
    kind: 'counter',
    unit: 'payments',
    healthy: 0.01,
    help: 'Payments: pending when one is begun, completed or failed when the provider calls back.',
    labels: { status: ['pending', 'completed', 'failed'], provider: ['robokassa'] },
    optional: true,
  },
  subscription_active_count: {
    kind: 'gauge',
    unit: 'subscriptions',
    healthy: [310, 330],
    help: 'Subscriptions that are paid and not expired.',
  },
  telegram_api_calls_total: {
    kind: 'counter',
    unit: 'calls',
    healthy: 2,
    help: 'Calls to Telegram, by method such as contacts.search.',
    labels: { method: any },
    optional: true,
  },
  telegram_api_errors_total: {
    kind: 'counter',
    unit: 'calls',
    help: 'Calls to Telegram that failed, by method.',
    labels: { method: any },
    optional: true,
  },
  cron_job_runs_total: {
    kind: 'counter',
    unit: 'runs',
    healthy: 0.01,
    help: 'Runs of scheduled jobs, by job and result.',
    labels: { job_name: any, status: ['success', 'failure'] },
    optional: true,
  },
  cron_job_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 4,
    help: 'Run time of a scheduled job.',
    labels: { job_name: any },
    buckets: [0.1, 0.5, 1, 2, 5, 10, 30, 60, 120, 300],
    optional: true,
  },
});

/** What prom-client says about the backend's process by itself. */
export const runtime = defineCatalog(stack.jobs.backend, { ...PROCESS, ...NODEJS });

export const postgres = defineCatalog(stack.jobs['postgres-exporter'], {
  ...POSTGRES,
  ...POSTGRES_STATEMENTS,
  ...POSTGRES_TABLES,
});

export const redis = defineCatalog(stack.jobs['redis-exporter'], REDIS);

export const host = defineCatalog(stack.jobs['node-exporter'], NODE);

/** The scrapes of all four. */
export const scrapes = defineCatalog(
  [
    stack.jobs.backend,
    stack.jobs['postgres-exporter'],
    stack.jobs['redis-exporter'],
    stack.jobs['node-exporter'],
  ],
  SCRAPE,
);

export const m = {
  ...backend.m,
  ...runtime.m,
  ...postgres.m,
  ...redis.m,
  ...host.m,
  ...scrapes.m,
};
