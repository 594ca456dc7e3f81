import { any, type MetricSpecs } from '../../lib/index.ts';

const TABLE = { datname: any, schemaname: any, relname: any } as const;

/**
 * postgres_exporter, collector `stat_user_tables` (on): one series a table of the database that it is connected to. The
 * size changed its name:
 *
 * @example
 * size.or(tableSize.add(indexSize)) // with any version
 */
export const POSTGRES_TABLES = {
  pg_stat_user_tables_n_live_tup: {
    kind: 'gauge',
    unit: 'rows',
    healthy: [40_000, 60_000],
    help: 'Rows that are alive, estimated.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_n_dead_tup: {
    kind: 'gauge',
    unit: 'rows',
    healthy: [200, 900],
    help: 'Rows that are dead and wait for vacuum, estimated.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_seq_scan: {
    kind: 'counter',
    unit: 'scans',
    healthy: 0.5,
    help: 'Scans of the whole table.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_idx_scan: {
    kind: 'counter',
    unit: 'scans',
    healthy: 60,
    help: 'Scans of one of its indexes.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_n_tup_ins: {
    kind: 'counter',
    unit: 'rows',
    help: 'Rows inserted.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_n_tup_upd: {
    kind: 'counter',
    unit: 'rows',
    help: 'Rows updated.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_n_tup_del: {
    kind: 'counter',
    unit: 'rows',
    help: 'Rows deleted.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_last_autovacuum: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When autovacuum last cleaned the table; 0 for never.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_last_autoanalyze: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When autovacuum last took statistics of the table; 0 for never.',
    labels: TABLE,
    since: '0.13',
    optional: true,
  },
  pg_stat_user_tables_size_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [90e6, 100e6],
    help: 'Size of a table with its indexes.',
    labels: TABLE,
    since: '0.14',
    until: '0.17',
    optional: true,
  },
  pg_stat_user_tables_table_size_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [70e6, 80e6],
    help: 'Size of a table without its indexes.',
    labels: TABLE,
    since: '0.18',
    optional: true,
  },
  pg_stat_user_tables_index_size_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    healthy: [15e6, 20e6],
    help: 'Size of the indexes of a table.',
    labels: TABLE,
    since: '0.18',
    optional: true,
  },
} as const satisfies MetricSpecs;
