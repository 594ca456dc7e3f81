import { any, type MetricSpecs } from '../../lib/index.ts';

/** `datid` is the database's number, `datname` its name. */
const DATABASE = { datid: any, datname: any } as const;

/**
 * Up to 0.19 these carry `server` and the others do not, from 0.20 on none does: aggregate, by `instance` at least, before
 * they meet another metric.
 */
const SERVER = { server: any } as const;

const STATES = [
  'active',
  'idle',
  'idle in transaction',
  'idle in transaction (aborted)',
  'fastpath function call',
  'disabled',
] as const;

/** From 0.12 on with user and application; 0.17 adds `backend_type`, `wait_event_type` and `wait_event`. */
const SESSION = { datname: any, state: STATES, usename: any, application_name: any } as const;

const LOCK_MODES = [
  'accesssharelock',
  'rowsharelock',
  'rowexclusivelock',
  'shareupdateexclusivelock',
  'sharelock',
  'sharerowexclusivelock',
  'exclusivelock',
  'accessexclusivelock',
  'sireadlock',
] as const;

/**
 * postgres_exporter: what it exports without being asked, of a server and its databases. Many counters have no `_total`.
 * Collectors that not every system wants are catalogs of their own: `POSTGRES_TABLES`, `POSTGRES_STATEMENTS`.
 */
export const POSTGRES = {
  pg_up: {
    kind: 'gauge',
    unit: 'state',
    range: [0, 1],
    help: 'Whether the exporter reached the server: 1 yes, 0 no.',
  },
  pg_settings_max_connections: {
    kind: 'gauge',
    unit: 'connections',
    healthy: 100,
    help: 'Most connections that the server accepts, of all databases together.',
    labels: SERVER,
  },
  pg_stat_activity_count: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [1, 4],
    help: 'Sessions by state; the exporter writes zeros for every database and state.',
    labels: { ...SESSION, ...SERVER },
  },
  pg_stat_activity_max_tx_duration: {
    kind: 'gauge',
    unit: 'seconds',
    healthy: [0.01, 2],
    help: 'Age of the oldest transaction of these sessions.',
    labels: { ...SESSION, ...SERVER },
  },
  pg_locks_count: {
    kind: 'gauge',
    unit: 'locks',
    healthy: [0, 6],
    help: 'Locks held or waited for, by mode.',
    labels: { datname: any, mode: LOCK_MODES },
  },
  pg_database_size_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [3e9, 3.1e9],
    help: 'Size of a database on disk.',
    labels: { datname: any },
  },
  pg_database_connection_limit: {
    kind: 'gauge',
    unit: 'connections',
    healthy: -1,
    help: 'Most connections to a database; -1 without a limit of its own.',
    labels: { datname: any },
    since: '0.16',
  },
  pg_stat_database_numbackends: {
    kind: 'gauge',
    unit: 'connections',
    healthy: [8, 18],
    help: 'Sessions that are connected to a database.',
    labels: DATABASE,
  },
  pg_stat_database_xact_commit: {
    kind: 'counter',
    unit: 'transactions',
    healthy: 60,
    help: 'Transactions committed.',
    labels: DATABASE,
  },
  pg_stat_database_xact_rollback: {
    kind: 'counter',
    unit: 'transactions',
    healthy: 0.3,
    help: 'Transactions rolled back.',
    labels: DATABASE,
  },
  pg_stat_database_blks_hit: {
    kind: 'counter',
    unit: 'blocks',
    healthy: 5_000,
    help: 'Blocks found in the buffer cache.',
    labels: DATABASE,
  },
  pg_stat_database_blks_read: {
    kind: 'counter',
    unit: 'blocks',
    healthy: 50,
    help: 'Blocks read from disk, or from the cache of the operating system.',
    labels: DATABASE,
  },
  pg_stat_database_tup_returned: {
    kind: 'counter',
    unit: 'rows',
    healthy: 20_000,
    help: 'Rows that scans looked at.',
    labels: DATABASE,
  },
  pg_stat_database_tup_fetched: {
    kind: 'counter',
    unit: 'rows',
    healthy: 6_000,
    help: 'Rows that index scans fetched.',
    labels: DATABASE,
  },
  pg_stat_database_tup_inserted: {
    kind: 'counter',
    unit: 'rows',
    healthy: 40,
    help: 'Rows inserted.',
    labels: DATABASE,
  },
  pg_stat_database_tup_updated: {
    kind: 'counter',
    unit: 'rows',
    healthy: 25,
    help: 'Rows updated.',
    labels: DATABASE,
  },
  pg_stat_database_tup_deleted: {
    kind: 'counter',
    unit: 'rows',
    healthy: 4,
    help: 'Rows deleted.',
    labels: DATABASE,
  },
  pg_stat_database_deadlocks: {
    kind: 'counter',
    unit: 'deadlocks',
    healthy: 0,
    help: 'Deadlocks found; one of the transactions was cancelled each time.',
    labels: DATABASE,
  },
  pg_stat_database_conflicts: {
    kind: 'counter',
    unit: 'queries',
    healthy: 0,
    help: 'Queries cancelled on a replica because they were in the way of replay.',
    labels: DATABASE,
  },
  pg_stat_database_temp_files: {
    kind: 'counter',
    unit: 'files',
    healthy: 0.002,
    help: 'Temporary files that queries wrote because they did not fit in work_mem.',
    labels: DATABASE,
  },
  pg_stat_database_temp_bytes: {
    kind: 'counter',
    unit: 'bytes',
    healthy: 2_000,
    help: 'Size of these temporary files.',
    labels: DATABASE,
  },
  pg_stat_database_blk_read_time: {
    kind: 'counter',
    unit: 'milliseconds',
    healthy: 30,
    help: 'Time spent on reading blocks; 0 unless the server has track_io_timing on.',
    labels: DATABASE,
  },
  pg_stat_database_blk_write_time: {
    kind: 'counter',
    unit: 'milliseconds',
    healthy: 5,
    help: 'Time spent on writing blocks; 0 unless the server has track_io_timing on.',
    labels: DATABASE,
  },
  pg_stat_database_active_time_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.4,
    help: 'Time that sessions spent on running SQL. PostgreSQL 14 and later.',
    labels: DATABASE,
    since: '0.16',
    optional: true,
  },
  // Exposed as a counter, but nobody wants its rate.
  pg_stat_database_stats_reset: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the counters of the database were reset; 0 for never.',
    labels: DATABASE,
  },
} as const satisfies MetricSpecs;
