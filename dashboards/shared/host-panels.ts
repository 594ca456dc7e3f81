import { defineCatalog, not, number, timeseries } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { NODE } from '../../systems/shared/node.ts';
import { LEGEND_TABLE } from './legend-table.ts';

export interface HostOptions {
  /** Only this file system. Default: all but those in memory and of containers. */
  readonly mountpoint?: string;
}

/** What node_exporter says about a host. The job exposes `NODE`. */
export function hostPanels(job: AnyJob, { mountpoint }: HostOptions = {}) {
  const { m } = defineCatalog(job, NODE);
  const idle = m.node_cpu_seconds_total.where({ mode: 'idle' });
  const disks = {
    ...(mountpoint === undefined ? {} : { mountpoint }),
    fstype: not('tmpfs', 'overlay'),
  };
  return {
    cpuBusy: timeseries(
      'CPU busy',
      'Share of CPU time that is not idle. Near 100 % for long: see the load, then find the process with `top`.',
    )
      .query(number(1).sub(idle.rate().avgBy('instance')).legend('{{instance}}'))
      .unit('percentunit')
      .min(0)
      .max(1),
    memoryUsed: timeseries(
      'Memory used',
      'Share of memory that programs cannot have any more; caches that can be given up do not count.',
    )
      .query(
        number(1)
          .sub(m.node_memory_MemAvailable_bytes.div(m.node_memory_MemTotal_bytes))
          .legend('{{instance}}'),
      )
      .unit('percentunit')
      .min(0)
      .max(1),
    diskFree: timeseries(
      'Disk free',
      'Share of each file system that is free. Remove old images, logs and backups before it is 0: databases stop then.',
    )
      .query(
        m.node_filesystem_avail_bytes
          .where(disks)
          .div(m.node_filesystem_size_bytes.where(disks))
          .legend('{{instance}} {{mountpoint}}'),
      )
      .unit('percentunit')
      .min(0)
      .max(1),
    load: timeseries(
      'System load',
      'Processes that run or wait, and the number of CPUs. Above it for long: work waits for CPU or disk.',
    )
      .query(
        m.node_load1.sumBy('instance').legend('{{instance}} 1m'),
        m.node_load5.sumBy('instance').legend('{{instance}} 5m'),
        m.node_load15.sumBy('instance').legend('{{instance}} 15m'),
        idle.countBy('instance').legend('{{instance}} CPUs'),
      )
      .unit('short')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
  };
}
