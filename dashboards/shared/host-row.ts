import { type Alert, below, row, type Row, steps } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { type HostOptions, hostPanels } from './host-panels.ts';
import { watchedOr } from './watched-or.ts';

export interface HostRowOptions extends HostOptions {
  /** Of `alerts/shared/host-memory-high.ts`, drawn on its panel. */
  readonly memoryAlert?: Alert;
  /** Of `alerts/shared/host-disk-low.ts`, drawn on its panel. */
  readonly diskAlert?: Alert;
}

/** CPU, memory, disk and load of the hosts that the job, with `NODE`, scrapes. */
export function hostRow(job: AnyJob, options: HostRowOptions = {}): Row {
  const { cpuBusy, memoryUsed, diskFree, load } = hostPanels(job, options);
  return row('Host', [
    cpuBusy.thresholds({ warning: 0.8, critical: 0.95 }),
    watchedOr(memoryUsed, options.memoryAlert, HIGH),
    watchedOr(diskFree, options.diskAlert, below({ warning: 0.2, critical: 0.1 })),
    load,
  ]);
}

const HIGH = steps([
  { from: 0.85, color: 'orange' },
  { from: 0.95, color: 'red' },
]);
