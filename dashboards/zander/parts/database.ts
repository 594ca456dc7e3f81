import {
  pendingWritesHigh,
  slowDatabaseWrites,
} from '../../../alerts/zander/ingestion/database.ts';
import { byRegex, gauge, row, steps, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';

const duration = m.db_write_duration_seconds;

/** The way of a sample to the disk. */
export const database = row('Database', [
  timeseries(
    'Write rate',
    'Writes to the database per second, by table. Falls to 0 while messages are processed: the database refuses, or persistence is switched off.',
  )
    .query(m.db_writes_total.rate().sumBy('table').legend('{{table}}'))
    .unit('wps')
    .min(0)
    .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE })
    .width(8),
  timeseries(
    'Write latency p50/p95/p99',
    'Time of one write, by table; dashed is what the alert watches, with its limit. p99 far above p50: a lock or a checkpoint; all of them up: the disk.',
  )
    .query(
      duration.quantile(0.5, { by: ['table'] }).legend('{{table}} p50'),
      duration.quantile(0.95, { by: ['table'] }).legend('{{table}} p95'),
      duration.quantile(0.99, { by: ['table'] }).legend('{{table}} p99'),
    )
    .alert(slowDatabaseWrites, '{{table}} p95 over 5m')
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byRegex('/ over 5m$/'), { lineStyle: 'dash' })
    .width(16),
  timeseries(
    'Batch size',
    'Mean number of records in one batch, by table. The server writes at 50 records or after 5 s: far below 50 under load means that batches end too early.',
  )
    .query(m.db_batch_size.mean({ by: ['table'] }).legend('{{table}} mean batch'))
    .unit('short')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(8),
  gauge(
    'Pending writes',
    'Records that wait to be written, by table. Red raises an alert: see its runbook before you restart the server, which would lose them. Nothing in the server sets this gauge yet.',
  )
    .alert(pendingWritesHigh, '{{table}}')
    .instant()
    .unit('short')
    .min(0)
    .max(2000)
    .thresholds(
      steps([{ color: 'green' }, { from: 100, color: 'yellow' }, { from: 1000, color: 'red' }]),
    )
    .noValue('not reported')
    .width(4),
  timeseries(
    'Sample latency p95',
    'Time from the timestamp that the edge gave a sample to its arrival, by type of sample. High for one relay: its network, or its clock; for all: the server falls behind.',
  )
    .query(
      m.sample_latency_seconds
        .quantile(0.95, { by: ['sample_type'] })
        .legend('{{sample_type}} p95'),
    )
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(12),
]);
