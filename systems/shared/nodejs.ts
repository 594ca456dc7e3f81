import { any, type MetricSpecs } from '../../lib/index.ts';

const SPACES = [
  'read_only',
  'new',
  'old',
  'code',
  'shared',
  'trusted',
  'new_large_object',
  'large_object',
  'code_large_object',
  'shared_large_object',
  'trusted_large_object',
] as const;

/** Defaults of prom-client, the client library of Node, besides `PROCESS`. */
export const NODEJS = {
  process_cpu_user_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.12,
    help: 'CPU time used in the program itself.',
  },
  process_cpu_system_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.03,
    help: 'CPU time used in the kernel on behalf of the program.',
  },
  // Linux's data segment: the heap of V8 is in nodejs_heap_*.
  process_heap_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [150e6, 200e6],
    help: 'Data segment of the process. Not the JavaScript heap.',
  },
  nodejs_eventloop_lag_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.002, 0.01],
    help: 'How late the event loop ran a callback at the moment of the scrape.',
  },
  nodejs_eventloop_lag_min_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.001, 0.002],
    help: 'Least delay of the event loop since the last scrape.',
  },
  nodejs_eventloop_lag_max_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.02, 0.05],
    help: 'Longest delay of the event loop since the last scrape.',
  },
  nodejs_eventloop_lag_mean_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.003, 0.01],
    help: 'Mean delay of the event loop since the last scrape.',
  },
  nodejs_eventloop_lag_stddev_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.001, 0.003],
    help: 'Standard deviation of the delays of the event loop since the last scrape.',
  },
  nodejs_eventloop_lag_p50_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.003, 0.01],
    help: 'Half of the delays of the event loop since the last scrape were shorter.',
  },
  nodejs_eventloop_lag_p90_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.008, 0.015],
    help: '90 % of the delays of the event loop since the last scrape were shorter.',
  },
  nodejs_eventloop_lag_p99_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.01, 0.03],
    help: '99 % of the delays of the event loop since the last scrape were shorter.',
  },
  nodejs_active_handles: {
    kind: 'gauge',
    unit: 'handles',
    help: 'Open handles that keep the event loop alive, by kind: sockets, servers, pipes.',
    labels: { type: any },
  },
  // A gauge, whatever its name says: so are the two below.
  nodejs_active_handles_total: {
    kind: 'gauge',
    unit: 'handles',
    help: 'Open handles of all kinds.',
  },
  nodejs_active_requests: {
    kind: 'gauge',
    unit: 'requests',
    help: 'Requests to the operating system under way, by kind.',
    labels: { type: any },
    // Only while there is one.
    optional: true,
  },
  nodejs_active_requests_total: {
    kind: 'gauge',
    unit: 'requests',
    help: 'Requests to the operating system under way, of all kinds.',
  },
  nodejs_active_resources: {
    kind: 'gauge',
    unit: 'resources',
    help: 'What keeps the event loop alive, by kind: timers, sockets, files.',
    labels: { type: any },
  },
  nodejs_active_resources_total: {
    kind: 'gauge',
    unit: 'resources',
    help: 'What keeps the event loop alive, of all kinds.',
  },
  nodejs_heap_size_total_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [110e6, 120e6],
    help: 'JavaScript heap reserved.',
  },
  nodejs_heap_size_used_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [70e6, 105e6],
    help: 'JavaScript heap in use.',
  },
  nodejs_external_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [3e6, 6e6],
    help: 'Memory outside the JavaScript heap that its objects hold, such as buffers.',
  },
  nodejs_heap_space_size_total_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [10e6, 12e6],
    help: 'JavaScript heap reserved, by space.',
    labels: { space: SPACES },
  },
  nodejs_heap_space_size_used_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [6e6, 9e6],
    help: 'JavaScript heap in use, by space.',
    labels: { space: SPACES },
  },
  nodejs_heap_space_size_available_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1e6, 4e6],
    help: 'JavaScript heap reserved but free, by space.',
    labels: { space: SPACES },
  },
  nodejs_gc_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    healthy: 0.003,
    help: 'Pauses of the garbage collector, by what it collected.',
    labels: { kind: ['major', 'minor', 'incremental', 'weakcb'] },
    buckets: [0.001, 0.01, 0.1, 1, 2, 5],
    // Only after the first collection.
    optional: true,
  },
  nodejs_version_info: {
    kind: 'info',
    help: 'Version of Node.',
    labels: { version: any, major: any, minor: any, patch: any },
  },
} as const satisfies MetricSpecs;
