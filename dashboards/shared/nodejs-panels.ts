import { defineCatalog, timeseries } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { NODEJS } from '../../systems/shared/nodejs.ts';
import { PROCESS } from '../../systems/shared/process.ts';
import { LEGEND_TABLE } from './legend-table.ts';

/** What prom-client says about Node processes. The job exposes `PROCESS` and `NODEJS`. */
export function nodejsPanels(job: AnyJob) {
  const { m } = defineCatalog(job, { ...PROCESS, ...NODEJS });
  return {
    memory: timeseries(
      'Memory',
      'Resident memory and the JavaScript heap. A slope over days is a leak; resident far above the heap is buffers.',
    )
      .query(
        m.process_resident_memory_bytes.sumBy('instance').legend('RSS {{instance}}'),
        m.nodejs_heap_size_used_bytes.sumBy('instance').legend('Heap used {{instance}}'),
        m.nodejs_heap_size_total_bytes.sumBy('instance').legend('Heap total {{instance}}'),
      )
      .unit('bytes')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
    cpu: timeseries(
      'CPU',
      'Share of one core. JavaScript runs on one: near 100 % everything waits. Take a profile, or add an instance.',
    )
      .query(m.process_cpu_seconds_total.rate().sumBy('instance').legend('{{instance}}'))
      .unit('percentunit')
      .min(0),
    eventLoopLag: timeseries(
      'Event loop lag p99',
      'How late callbacks run. Above 100 ms something blocks: long computation, big JSON, synchronous calls.',
    )
      .query(m.nodejs_eventloop_lag_p99_seconds.maxBy('instance').legend('{{instance}}'))
      .unit('s')
      .min(0)
      .thresholds({ warning: 0.1, critical: 1 }),
    gc: timeseries(
      'Garbage collection',
      'Share of time spent in it, by kind. Above a few percent the heap is too small or garbage is made too fast.',
    )
      .query(m.nodejs_gc_duration_seconds.sum.rate().sumBy('kind').legend('{{kind}}'))
      .unit('percentunit')
      .min(0)
      .options({ stack: 'normal', fill: 30 }),
  };
}
