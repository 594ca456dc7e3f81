import { any, type MetricSpecs } from '../../lib/index.ts';

const STATEMENT = { user: any, datname: any, queryid: any } as const;

/**
 * postgres_exporter, collector `stat_statements`: off unless started with `--collector.stat_statements`, and the server
 * needs the extension `pg_stat_statements`. The 100 statements that took most time, by default.
 */
export const POSTGRES_STATEMENTS = {
  pg_stat_statements_calls_total: {
    kind: 'counter',
    unit: 'calls',
    healthy: 60,
    help: 'Times that a statement was executed.',
    labels: STATEMENT,
    since: '0.13',
    optional: true,
  },
  pg_stat_statements_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.3,
    help: 'Time spent on a statement.',
    labels: STATEMENT,
    since: '0.13',
    optional: true,
  },
  pg_stat_statements_rows_total: {
    kind: 'counter',
    unit: 'rows',
    healthy: 400,
    help: 'Rows that a statement returned or changed.',
    labels: STATEMENT,
    since: '0.13',
    optional: true,
  },
  pg_stat_statements_block_read_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.02,
    help: 'Time that a statement spent on reading blocks; 0 without track_io_timing.',
    labels: STATEMENT,
    since: '0.13',
    optional: true,
  },
  pg_stat_statements_block_write_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    healthy: 0.005,
    help: 'Time that a statement spent on writing blocks; 0 without track_io_timing.',
    labels: STATEMENT,
    since: '0.13',
    optional: true,
  },
  pg_stat_statements_query_id: {
    kind: 'info',
    help: 'Text of a statement. Only with --collector.stat_statements.include_query.',
    labels: { queryid: any, query: any },
    since: '0.18',
    optional: true,
  },
} as const satisfies MetricSpecs;
