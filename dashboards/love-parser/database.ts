import { databaseConnectionPoolExhausted } from '../../alerts/love-parser/production/database.ts';
import {
  barGauge,
  dashboard,
  gauge,
  labelValues,
  logql,
  logs,
  on,
  queryVariable,
  row,
  target,
  timeseries,
} from '../../lib/index.ts';
import { m, stack } from '../../systems/love-parser/index.ts';
import { postgresPanels } from '../shared/postgres-panels.ts';
import { frame } from './parts/frame.ts';
import { upNow } from './parts/up-now.ts';

const datname = queryVariable('datname', labelValues(m.pg_database_size_bytes, 'datname'), {
  label: 'Database',
  multi: true,
  includeAll: true,
  sort: 'asc',
});

const panels = postgresPanels(stack.jobs['postgres-exporter'], datname);
const calls = m.pg_stat_statements_calls_total.rate();
const seconds = m.pg_stat_statements_seconds_total.rate();
const sessions = m.pg_stat_activity_count.sumBy('instance');
const slots = m.pg_settings_max_connections.maxBy('instance');

const health = row(
  'Health',
  [
    upNow(
      'PostgreSQL',
      'Whether the exporter reaches the server. DOWN: look at the container, then at the DSN of the exporter.',
      m.pg_up.min().legend('PostgreSQL'),
    ).width(4),
    gauge(
      'Connection pool saturation',
      "Share in use of each backend's pool and of the server's connection slots. Full pool: requests wait. Full server: nobody can connect.",
    )
      .query(
        m.database_connections_active
          .div(m.database_connections_max.gt(0))
          .maxBy('instance')
          .legend('Backend pool {{instance}}'),
        sessions.div(slots, on('instance')).legend('Server slots'),
      )
      .instant()
      .min(0)
      .max(1)
      .thresholds({ warning: 0.75, critical: 0.9 })
      .width(8),
    timeseries(
      'Backend pool in use',
      'What the alert watches: share of the PostgreSQL pool that is checked out, by backend, with its limit.',
    )
      .alert(databaseConnectionPoolExhausted, '{{instance}}')
      .min(0)
      .max(1)
      .width(12),
  ],
  { height: 6 },
);

const queries = row('Queries', [
  timeseries(
    'Query duration',
    'Mean time of a statement, over all of them. Empty: the extension pg_stat_statements is not installed.',
  )
    .query(seconds.sum().div(calls.sum().gt(0)).legend('Mean'))
    .min(0),
  timeseries(
    'Slow query rate',
    'Calls per second of statements that take longer than a second on average in the window. Any that stays: find it with `EXPLAIN (ANALYZE)`.',
  )
    .query(
      calls
        .and(seconds.div(calls.gt(0)).gt(1), on('instance', 'user', 'datname', 'queryid'))
        .sum()
        .orZero()
        .legend('Slow calls'),
    )
    .unit('ops')
    .min(0),
  timeseries(
    'Logged slow statements',
    'Statements in the log that took longer than `log_min_duration_statement`, in 5 minutes. Works without the extension; the lines are below.',
  )
    .query(
      target(logql('sum(count_over_time({job="postgres-logs"} |= "duration:" [5m]))'), {
        legend: 'Slow statements',
      }),
    )
    .unit('short')
    .min(0)
    .noValue('0')
    .options({ draw: 'bars', fill: 60 }),
  panels.longestTransaction,
]);

const connections = row('Connections and work', [
  panels.connectionsByState,
  panels.transactions,
  panels.cacheHitRatio,
]);

const contention = row('Locks', [panels.locks, panels.deadlocks]);

const space = row('Space', [
  barGauge(
    'Table sizes',
    'The ten largest tables with their indexes. One that grows without end: delete old rows, or partition it.',
  )
    .query(
      m.pg_stat_user_tables_size_bytes
        // The exporter splits the size from 0.18 on.
        .or(m.pg_stat_user_tables_table_size_bytes.add(m.pg_stat_user_tables_index_size_bytes))
        .maxBy('datname', 'schemaname', 'relname')
        .topk(10)
        .legend('{{datname}} {{schemaname}}.{{relname}}'),
    )
    .instant()
    .unit('bytes')
    .min(0)
    .color('blue')
    .options({ orientation: 'horizontal', displayMode: 'basic' }),
  panels.databaseSize,
]);

const logLines = row(
  'Logs',
  [
    logs('Slow statements', 'Lines of the PostgreSQL log with a duration, the newest first.')
      .query(logql('{job="postgres-logs"} |= "duration:"'))
      .options({ showTime: true, wrapLines: true }),
    logs('Errors', 'Lines of the PostgreSQL log that are errors or worse, the newest first.')
      .query(logql('{job="postgres-logs"} |~ "ERROR|FATAL|PANIC"'))
      .options({ showTime: true, wrapLines: true }),
  ],
  { collapsed: true, height: 10 },
);

export default dashboard({
  ...frame,
  uid: 'love-database',
  title: 'Database Health',
  description:
    'PostgreSQL: can it be reached, are connections left, which statements are slow, what blocks, how much space is used.',
  variables: [datname],
  rows: [health, queries, connections, contention, space, logLines],
});
