import { row, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';

/** The process itself. */
export const runtime = row('Runtime', [
  timeseries(
    'Process memory',
    'Memory of the process that is in RAM. A slope over days is a leak; a slope since an hour ago is a backlog of writes, or buffers of users who left.',
  )
    .query(m.process_resident_memory_bytes.sumBy('instance').legend('RSS {{instance}}'))
    .unit('bytes')
    .min(0),
  timeseries(
    'Process CPU',
    'Cores in use. Python runs on one: near 1 the event loop has no time left, and everything slows down. Start a second server then.',
  )
    .query(m.process_cpu_seconds_total.rate().sumBy('instance').legend('{{instance}}'))
    .unit('percentunit')
    .min(0)
    .thresholds({ warning: 0.8, critical: 0.95 }),
  timeseries(
    'Python GC',
    'Runs of the garbage collector per second. Generation 2 looks at everything and stops the event loop meanwhile: often is a sign of many long-lived objects.',
  )
    .query(m.python_gc_collections_total.rate().sumBy('generation').legend('Gen {{generation}}'))
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);
