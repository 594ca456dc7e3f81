import {
  databaseConnectionPoolExhausted,
  lowCacheHitRatio,
} from '../../alerts/fluxbase/dependencies.ts';
import { byName, dashboard, matches, row, timeseries } from '../../lib/index.ts';
import { m, stack } from '../../systems/fluxbase/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { postgresPanels } from '../shared/postgres-panels.ts';
import { upOrDown } from '../shared/up-or-down.ts';
import { frame } from './parts/frame.ts';

const DATABASE = { datname: 'fluxbase' } as const;
const panels = postgresPanels(
  stack.jobs.postgres,
  DATABASE.datname,
  databaseConnectionPoolExhausted,
);

const connections = row('Connections', [
  upOrDown(
    'PostgreSQL',
    'Whether the exporter reaches the server. DOWN: look at the container, then at the password of the exporter.',
  )
    .query(m.pg_up.min().legend('PostgreSQL'))
    .width(3),
  panels.slotsUsed.width(7),
  timeseries(
    'Connection states',
    'Sessions and what they do, below the most that the server accepts. Many idle in transaction: something forgets to commit, and holds locks.',
  )
    .query(
      m.pg_stat_activity_count.where(DATABASE).sumBy('state').legend('{{state}}'),
      m.pg_settings_max_connections.max().legend('Max connections'),
    )
    .unit('short')
    .min(0)
    .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE })
    .override(byName('Max connections'), {
      stack: 'none',
      fill: 0,
      color: 'red',
      lineStyle: 'dash',
    })
    .width(7),
  timeseries(
    'Long-running queries',
    'Age of the oldest transaction, by state. It holds locks and keeps vacuum from cleaning: find it in pg_stat_activity, ask whose it is, cancel it.',
  )
    .query(
      m.pg_stat_activity_max_tx_duration
        .where({ ...DATABASE, state: matches('active|idle in transaction.*') })
        .maxBy('state')
        .legend('{{state}}'),
    )
    .unit('s')
    .min(0)
    .thresholds({ warning: 60, critical: 300 })
    .options({ legend: LEGEND_TABLE })
    .width(7),
]);

const work = row('Work', [
  timeseries(
    'Operations',
    'Rows inserted, updated, deleted and fetched per second. A jump without more requests: a query changed, or lost its index.',
  )
    .query(
      m.pg_stat_database_tup_inserted.where(DATABASE).rate().sum().legend('Inserts'),
      m.pg_stat_database_tup_updated.where(DATABASE).rate().sum().legend('Updates'),
      m.pg_stat_database_tup_deleted.where(DATABASE).rate().sum().legend('Deletes'),
      m.pg_stat_database_tup_fetched.where(DATABASE).rate().sum().legend('Fetches'),
    )
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  panels.transactions,
  panels.cacheHitRatio.alert(lowCacheHitRatio, '{{datname}}, 15 minutes'),
]);

const contention = row('Locks and size', [panels.locks, panels.deadlocks, panels.databaseSize]);

export default dashboard({
  ...frame,
  uid: 'fluxbase-database',
  title: 'Fluxbase - Database Metrics',
  description:
    'PostgreSQL: can it be reached, are connections left, what does it do, what is in the way, how much does it hold.',
  rows: [connections, work, contention],
});
