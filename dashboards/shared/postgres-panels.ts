import {
  type Alert,
  below,
  defineCatalog,
  matches,
  on,
  steps,
  timeseries,
  type Where,
} from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { POSTGRES } from '../../systems/shared/postgres.ts';
import { LEGEND_TABLE } from './legend-table.ts';

/** Which databases: a name, several, or a variable of the dashboard. */
export type Databases = NonNullable<Where<{ datname: string }>['datname']>;

/**
 * What postgres_exporter says about a server and these of its databases. The job exposes `POSTGRES`. Every metric is
 * aggregated before it meets another one, so that they hold for any version of the exporter.
 *
 * @param slotsAlert of `alerts/shared/postgres-slots-high.ts`: the panel of the slots then draws what it watches
 */
export function postgresPanels(job: AnyJob, datname: Databases, slotsAlert?: Alert) {
  const { m } = defineCatalog(job, POSTGRES);
  const sessions = m.pg_stat_activity_count;
  const hits = m.pg_stat_database_blks_hit.where({ datname }).rate().sumBy('datname');
  const reads = m.pg_stat_database_blks_read.where({ datname }).rate().sumBy('datname');
  const used = sessions
    .sumBy('instance')
    .div(m.pg_settings_max_connections.maxBy('instance'), on('instance'));
  const slots = timeseries(
    'Connection slots used',
    'Sessions of all databases by what the server accepts. Near 100 % new connections are refused: find who keeps them.',
  )
    .unit('percentunit')
    .min(0)
    .max(1);
  return {
    slotsUsed:
      slotsAlert === undefined
        ? slots.query(used.legend('{{instance}}')).thresholds(NEARLY_FULL)
        : slots.alert(slotsAlert, '{{instance}}'),
    connectionsByState: timeseries(
      'Connections by state',
      'Sessions and what they do. Many idle in transaction: a client forgets to commit, and holds locks meanwhile.',
    )
      .query(sessions.where({ datname }).sumBy('state').legend('{{state}}'))
      .unit('short')
      .min(0)
      .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE }),
    longestTransaction: timeseries(
      'Longest transaction',
      'Age of the oldest open transaction. It holds locks and keeps vacuum from cleaning: find it in pg_stat_activity.',
    )
      .query(
        m.pg_stat_activity_max_tx_duration
          .where({ datname, state: matches('active|idle in transaction.*') })
          .maxBy('datname', 'state')
          .legend('{{datname}} {{state}}'),
      )
      .unit('s')
      .min(0)
      .thresholds({ warning: 60, critical: 300 })
      .options({ legend: LEGEND_TABLE }),
    transactions: timeseries(
      'Transactions',
      'Transactions finished per second. Rollbacks that grow faster than commits: errors of the application, or deadlocks.',
    )
      .query(
        m.pg_stat_database_xact_commit
          .where({ datname })
          .rate()
          .sumBy('datname')
          .legend('Commits {{datname}}'),
        m.pg_stat_database_xact_rollback
          .where({ datname })
          .rate()
          .sumBy('datname')
          .legend('Rollbacks {{datname}}'),
      )
      .unit('ops')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
    cacheHitRatio: timeseries(
      'Cache hit ratio',
      'Share of blocks found in the buffer cache. Below 90 % for long: missing indexes, or shared_buffers too small.',
    )
      .query(hits.div(hits.add(reads).gt(0)).legend('{{datname}}'))
      .unit('percentunit')
      .min(0)
      .max(1)
      .thresholds(below({ critical: 0.9 })),
    locks: timeseries(
      'Locks',
      'Locks held or waited for, by mode. Exclusive ones that stay: a migration or a long transaction blocks others.',
    )
      .query(m.pg_locks_count.where({ datname }).sumBy('mode').legend('{{mode}}'))
      .unit('short')
      .min(0)
      .options({ stack: 'normal', fill: 30, legend: LEGEND_TABLE }),
    deadlocks: timeseries(
      'Deadlocks',
      'Deadlocks in each step of the graph. The log of the server names both queries: make them lock in the same order.',
    )
      .query(
        m.pg_stat_database_deadlocks
          .where({ datname })
          .increase()
          .sumBy('datname')
          .legend('Deadlocks {{datname}}'),
      )
      .unit('short')
      .decimals(0)
      .min(0)
      .thresholds({ critical: 1 })
      .options({ draw: 'bars', fill: 60 }),
    databaseSize: timeseries(
      'Database size',
      'Size on disk. Compare its slope with the free space of the host.',
    )
      .query(m.pg_database_size_bytes.where({ datname }).maxBy('datname').legend('{{datname}}'))
      .unit('bytes')
      .min(0),
  };
}

const NEARLY_FULL = steps([
  { from: 0.75, color: 'orange' },
  { from: 0.9, color: 'red' },
]);
