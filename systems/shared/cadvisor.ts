import { any, type MetricSpecs } from '../../lib/index.ts';

/** `name` is the container's; it is empty for groups of processes that are none, so ask for `name: not('')`. */
const CONTAINER = { id: any, name: any, image: any } as const;

/** cAdvisor: what containers use. Labels of the containers come besides, as `container_label_…`. */
export const CADVISOR = {
  container_cpu_usage_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.6,
    help: 'CPU time used. Its rate is the number of cores in use.',
    labels: { ...CONTAINER, cpu: any },
  },
  container_cpu_cfs_periods_total: {
    kind: 'counter',
    unit: 'periods',
    healthy: 30,
    help: 'Periods in which a limited container wanted CPU.',
    labels: CONTAINER,
    // Only for containers with a limit; so are the two below.
    optional: true,
  },
  container_cpu_cfs_throttled_periods_total: {
    kind: 'counter',
    unit: 'periods',
    healthy: 0.2,
    help: 'Periods in which a container had to wait because it had used up its share.',
    labels: CONTAINER,
    optional: true,
  },
  container_cpu_cfs_throttled_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.01,
    help: 'Time that a container waited because it had used up its share of the CPU.',
    labels: CONTAINER,
    optional: true,
  },
  container_memory_working_set_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [200e6, 300e6],
    help: 'Memory that cannot be given up under pressure: what the limit is held against.',
    labels: CONTAINER,
  },
  container_memory_usage_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [220e6, 330e6],
    help: 'Memory in use, caches included.',
    labels: CONTAINER,
  },
  container_memory_rss: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [150e6, 220e6],
    help: 'Anonymous memory, without caches.',
    labels: CONTAINER,
  },
  container_spec_memory_limit_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 1e9,
    help: 'Most memory that the container may use; 0 without a limit.',
    labels: CONTAINER,
  },
  container_network_receive_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes received, by network interface.',
    labels: { ...CONTAINER, interface: any },
    optional: true,
  },
  container_network_transmit_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes sent, by network interface.',
    labels: { ...CONTAINER, interface: any },
    optional: true,
  },
  container_fs_usage_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1e9, 1.1e9],
    help: 'Disk space used, by device.',
    labels: { ...CONTAINER, device: any },
    optional: true,
  },
  container_fs_limit_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 100e9,
    help: 'Disk space that there is, by device.',
    labels: { ...CONTAINER, device: any },
    optional: true,
  },
  container_last_seen: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When cAdvisor last saw the container.',
    labels: CONTAINER,
  },
  container_start_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the container started.',
    labels: CONTAINER,
  },
  machine_cpu_cores: {
    kind: 'gauge',
    unit: 'cores',
    healthy: 4,
    help: 'Cores of the machine.',
  },
  machine_memory_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 16e9,
    help: 'Memory of the machine.',
  },
} as const satisfies MetricSpecs;
