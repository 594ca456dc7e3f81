import { alertFile, type Mistake, panelFile } from './mistake.ts';

export const LOVE_PARSER: readonly Mistake[] = [
  {
    name: 'a matcher without an operator',
    wrong: panelFile(
      'sum by (route) (rate(http_requests_total{outcome!"success"}[$__rate_interval]))',
      {
        legend: '{{route}}',
      },
    ),
    code: 'promql/syntax',
    right: panelFile(
      'sum by (route) (rate(http_requests_total{outcome!="success"}[$__rate_interval]))',
      {
        legend: '{{route}}',
        unit: 'reqps',
      },
    ),
  },
  {
    name: 'the first failure, which is no increase',
    wrong: alertFile('increase(payment_events_total{status="failed"}[15m]) > 0', { for: '1m' }),
    code: 'value/first-increase',
    right: alertFile(
      '(sum by (provider) (increase(payment_events_total{status="failed"}[15m])) > 0) or (sum by (provider) (payment_events_total{status="failed"} unless payment_events_total{status="failed"} offset 15m) > 0)',
      { for: '1m' },
    ),
  },
  {
    name: 'time of statements under a name that no exporter has',
    wrong: panelFile('sum(rate(pg_stat_statements_sum_time_seconds[$__rate_interval]))'),
    code: 'promql/unknown-metric',
    right: panelFile('sum(rate(pg_stat_statements_seconds_total[$__rate_interval]))'),
  },
  {
    name: 'mean time of statements under a name that no exporter has',
    wrong: panelFile('topk(5, pg_stat_statements_mean_time_seconds)', { unit: 's' }),
    code: 'promql/unknown-metric',
    right: panelFile(
      'sum(rate(pg_stat_statements_seconds_total[$__rate_interval])) / (sum(rate(pg_stat_statements_calls_total[$__rate_interval])) > 0)',
      { unit: 's' },
    ),
  },
  {
    name: 'sizes of tables under a name that no exporter has',
    wrong: panelFile('topk(10, pg_stat_relation_size_bytes)', { unit: 'bytes' }),
    code: 'promql/unknown-metric',
    right: panelFile(
      'topk(10, max by (datname, schemaname, relname) (pg_stat_user_tables_size_bytes or (pg_stat_user_tables_table_size_bytes + pg_stat_user_tables_index_size_bytes)))',
      { unit: 'bytes', legend: '{{schemaname}}.{{relname}}' },
    ),
  },
  {
    name: 'time of commands under a name that the exporter does not have',
    wrong: panelFile(
      'sum(rate(redis_command_call_duration_seconds_sum[$__rate_interval])) / sum(rate(redis_command_call_duration_seconds_count[$__rate_interval]))',
      { unit: 's' },
    ),
    code: 'promql/unknown-metric',
    right: panelFile(
      'sum(rate(redis_commands_duration_seconds_total[$__rate_interval])) / (sum(rate(redis_commands_total[$__rate_interval])) > 0)',
      { unit: 's' },
    ),
  },
];
