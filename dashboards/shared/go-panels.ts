import { defineCatalog, timeseries } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { GO } from '../../systems/shared/go.ts';
import { PROCESS } from '../../systems/shared/process.ts';
import { LEGEND_TABLE } from './legend-table.ts';

/** What the Go client library says about processes. The job exposes `PROCESS` and `GO`. */
export function goPanels(job: AnyJob) {
  const { m } = defineCatalog(job, { ...PROCESS, ...GO });
  return {
    memory: timeseries(
      'Memory',
      'Heap in use, and resident memory. A slope over days is a leak: compare two heap profiles.',
    )
      .query(
        m.go_memstats_alloc_bytes.maxBy('instance').legend('Heap {{instance}}'),
        m.process_resident_memory_bytes.maxBy('instance').legend('RSS {{instance}}'),
      )
      .unit('bytes')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
    goroutines: timeseries(
      'Goroutines',
      'Goroutines that exist. A number that only grows is a leak: look at a goroutine profile for what they wait for.',
    )
      .query(m.go_goroutines.maxBy('instance').legend('{{instance}}'))
      .unit('short')
      .min(0),
    cpu: timeseries(
      'CPU',
      'Cores in use: 100 % is one core. Flat at the limit of the container: it is throttled.',
    )
      .query(m.process_cpu_seconds_total.rate().sumBy('instance').legend('{{instance}}'))
      .unit('percentunit')
      .min(0),
    gc: timeseries(
      'Longest GC pause',
      'The longest recent pause of the garbage collector. Milliseconds are normal, tens of them are not.',
    )
      .query(m.go_gc_duration_seconds.quantile(1).maxBy('instance').legend('{{instance}}'))
      .unit('s')
      .min(0),
  };
}
