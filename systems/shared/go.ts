import { any, type MetricSpecs } from '../../lib/index.ts';

/** Defaults of the Go client library, besides `PROCESS`. */
export const GO = {
  go_info: {
    kind: 'info',
    help: 'Version of Go that built the program.',
    labels: { version: any },
  },
  go_goroutines: {
    kind: 'gauge',
    unit: 'goroutines',
    healthy: [30, 55],
    help: 'Goroutines that exist, running or waiting.',
  },
  go_threads: {
    kind: 'gauge',
    unit: 'threads',
    healthy: [9, 12],
    help: 'Operating system threads created.',
  },
  go_gc_duration_seconds: {
    kind: 'summary',
    unit: 'seconds',
    healthy: 0.0002,
    help: 'Pauses of the garbage collector; quantile 1 is the longest.',
    quantiles: [0, 0.25, 0.5, 0.75, 1],
  },
  go_memstats_alloc_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e6, 90e6],
    help: 'Heap memory of objects in use, and of dead ones not collected yet.',
  },
  go_memstats_alloc_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    healthy: 400_000,
    help: 'Heap memory allocated since the start, freed or not: not what is in use.',
  },
  go_memstats_mallocs_total: {
    kind: 'counter',
    unit: 'objects',
    healthy: 4_000,
    help: 'Heap objects allocated.',
  },
  go_memstats_frees_total: {
    kind: 'counter',
    unit: 'objects',
    healthy: 4_000,
    help: 'Heap objects freed.',
  },
  go_memstats_heap_alloc_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [40e6, 90e6],
    help: 'The same as go_memstats_alloc_bytes.',
  },
  go_memstats_heap_idle_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [20e6, 50e6],
    help: 'Heap memory without an object in it, ready for reuse or for return to the system.',
  },
  go_memstats_heap_inuse_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [50e6, 100e6],
    help: 'Heap memory in spans that hold at least one object.',
  },
  go_memstats_heap_released_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [10e6, 20e6],
    help: 'Heap memory given back to the system.',
  },
  go_memstats_heap_sys_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 150e6,
    help: 'Heap memory obtained from the system.',
  },
  go_memstats_heap_objects: {
    kind: 'gauge',
    unit: 'objects',
    healthy: [200_000, 500_000],
    help: 'Objects on the heap.',
  },
  go_memstats_stack_inuse_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1e6, 2e6],
    help: 'Memory of the stacks of all goroutines.',
  },
  go_memstats_sys_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 170e6,
    help: 'All memory obtained from the system.',
  },
  go_memstats_next_gc_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [90e6, 120e6],
    help: 'Heap size at which the next garbage collection starts.',
  },
  go_memstats_last_gc_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the last garbage collection ended.',
  },
  process_virtual_memory_max_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 1.8e19,
    help: 'Most address space that the process may have; huge where there is no limit.',
  },
} as const satisfies MetricSpecs;

/** What Go programs say about their own metrics endpoint, where they count it. */
export const GO_METRICS_HANDLER = {
  promhttp_metric_handler_requests_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Scrapes answered, by HTTP status.',
    labels: { code: ['200', '500', '503'] },
  },
} as const satisfies MetricSpecs;
