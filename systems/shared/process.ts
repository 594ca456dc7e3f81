import type { MetricSpecs } from '../../lib/index.ts';

/** What the client libraries of Go, Node and Python say about the process they run in. Linux only, but for CPU and start. */
export const PROCESS = {
  process_cpu_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.15,
    help: 'CPU time used, user and system together. Its rate is the number of cores in use.',
  },
  process_resident_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [120e6, 180e6],
    help: 'Memory of the process that is in RAM (RSS).',
  },
  process_virtual_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1e9, 1.2e9],
    help: 'Address space of the process, used or not.',
  },
  process_open_fds: {
    kind: 'gauge',
    unit: 'files',
    healthy: [25, 60],
    help: 'Open file descriptors: files, sockets, pipes.',
  },
  process_max_fds: {
    kind: 'gauge',
    unit: 'files',
    healthy: 65_536,
    help: 'Most file descriptors that the process may open.',
  },
  process_start_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the process started.',
  },
} as const satisfies MetricSpecs;
