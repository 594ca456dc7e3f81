import { any, type MetricSpecs } from '../../lib/index.ts';

const GIB = 2 ** 30;

/** From 1.8 on a series of a file system that cannot be read carries `device_error` as well, and 0 in node_filesystem_*. */
const FILE_SYSTEM = { device: any, mountpoint: any, fstype: any } as const;
const DEVICE = { device: any } as const;

/** node_exporter: CPU, load, memory and file systems of a host. */
export const NODE = {
  node_cpu_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 2,
    help: 'Time that each CPU spent in each mode.',
    labels: {
      cpu: any,
      mode: ['idle', 'user', 'system', 'iowait', 'irq', 'softirq', 'nice', 'steal'],
    },
  },
  node_load1: {
    kind: 'gauge',
    unit: 'processes',
    healthy: [0.4, 1.6],
    help: 'Processes that run or wait for CPU or disk, mean of a minute.',
  },
  node_load5: {
    kind: 'gauge',
    unit: 'processes',
    healthy: [0.5, 1.4],
    help: 'Processes that run or wait for CPU or disk, mean of 5 minutes.',
  },
  node_load15: {
    kind: 'gauge',
    unit: 'processes',
    healthy: [0.6, 1.2],
    help: 'Processes that run or wait for CPU or disk, mean of 15 minutes.',
  },
  node_memory_MemTotal_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 16 * GIB,
    help: 'Memory of the host.',
  },
  node_memory_MemAvailable_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [8 * GIB, 11 * GIB],
    help: 'Memory that programs can have without swapping: free, and caches that can be given up.',
  },
  node_memory_MemFree_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1 * GIB, 2 * GIB],
    help: 'Memory used for nothing at all. Low on a healthy host: see MemAvailable.',
  },
  node_memory_Cached_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [5 * GIB, 7 * GIB],
    help: 'Memory that caches files.',
  },
  node_memory_Buffers_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [0.2 * GIB, 0.4 * GIB],
    help: 'Memory that caches blocks of devices.',
  },
  node_memory_SwapTotal_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 2 * GIB,
    help: 'Swap space; 0 without any.',
  },
  node_memory_SwapFree_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [1.8 * GIB, 2 * GIB],
    help: 'Swap space that is free.',
  },
  node_filesystem_size_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: 200 * GIB,
    help: 'Size of a file system.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_avail_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [110 * GIB, 120 * GIB],
    help: 'Space that programs without root can still use.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_free_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [120 * GIB, 130 * GIB],
    help: 'Space that is free, with what is reserved for root.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_files: {
    kind: 'gauge',
    unit: 'inodes',
    healthy: 13_000_000,
    help: 'Inodes of a file system.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_files_free: {
    kind: 'gauge',
    unit: 'inodes',
    healthy: [12_000_000, 12_200_000],
    help: 'Inodes that are free.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_readonly: {
    kind: 'gauge',
    unit: 'state',
    healthy: 0,
    range: [0, 1],
    help: 'Whether a file system is mounted read-only.',
    labels: FILE_SYSTEM,
  },
  node_filesystem_device_error: {
    kind: 'gauge',
    unit: 'state',
    healthy: 0,
    range: [0, 1],
    help: 'Whether asking for the numbers of a file system failed.',
    labels: FILE_SYSTEM,
  },
  node_boot_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the host started.',
  },
  node_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'Time by the clock of the host.',
  },
  node_filefd_allocated: {
    kind: 'gauge',
    unit: 'files',
    healthy: [2_000, 3_000],
    help: 'File descriptors in use, of all processes.',
  },
  node_filefd_maximum: {
    kind: 'gauge',
    unit: 'files',
    healthy: 9_000_000,
    help: 'Most file descriptors that the kernel gives out.',
  },
  node_uname_info: {
    kind: 'info',
    help: 'Name and kernel of the host.',
    labels: {
      sysname: any,
      release: any,
      version: any,
      machine: any,
      nodename: any,
      domainname: any,
    },
  },
} as const satisfies MetricSpecs;

/** node_exporter: disks and network interfaces. */
export const NODE_DEVICES = {
  node_disk_read_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes read from a disk.',
    labels: DEVICE,
  },
  node_disk_written_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes written to a disk.',
    labels: DEVICE,
  },
  node_disk_io_time_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.1,
    help: 'Time in which a disk had something to do. Its rate is the busy share.',
    labels: DEVICE,
  },
  node_network_receive_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes received by a network interface.',
    labels: DEVICE,
  },
  node_network_transmit_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes sent by a network interface.',
    labels: DEVICE,
  },
  node_network_receive_errs_total: {
    kind: 'counter',
    unit: 'errors',
    healthy: 0,
    help: 'Packets that a network interface received damaged.',
    labels: DEVICE,
  },
  node_network_transmit_errs_total: {
    kind: 'counter',
    unit: 'errors',
    healthy: 0,
    help: 'Packets that a network interface could not send.',
    labels: DEVICE,
  },
} as const satisfies MetricSpecs;

/** node_exporter: pressure. Kernels older than 4.20, and those without PSI, have none. */
export const NODE_PRESSURE = {
  node_pressure_cpu_waiting_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.03,
    help: 'Time in which a process waited for CPU. Its rate is the share of time.',
    optional: true,
  },
  node_pressure_io_waiting_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.01,
    help: 'Time in which a process waited for a disk.',
    optional: true,
  },
  node_pressure_memory_waiting_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.001,
    help: 'Time in which a process waited for memory.',
    optional: true,
  },
} as const satisfies MetricSpecs;
