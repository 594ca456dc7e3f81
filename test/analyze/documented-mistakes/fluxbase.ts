import { alertFile, type Mistake, panelFile } from './mistake.ts';

export const FLUXBASE: readonly Mistake[] = [
  {
    name: 'connections of a database over a setting of the server',
    wrong: alertFile(
      'pg_stat_database_numbackends{datname="fluxbase"} / pg_settings_max_connections > 0.9',
    ),
    code: 'join/never-matches',
    right: alertFile(
      'sum by (instance) (pg_stat_database_numbackends) / on (instance) max by (instance) (pg_settings_max_connections) > 0.9',
    ),
  },
  {
    name: 'a hit ratio of everything since the statistics began',
    wrong: alertFile(
      'pg_stat_database_blks_hit{datname="fluxbase"} / (pg_stat_database_blks_hit{datname="fluxbase"} + pg_stat_database_blks_read{datname="fluxbase"}) < 0.9',
    ),
    code: 'metric-type/raw-counter',
    right: alertFile(
      'sum by (datname) (rate(pg_stat_database_blks_hit{datname="fluxbase"}[15m])) / (sum by (datname) (rate(pg_stat_database_blks_hit{datname="fluxbase"}[15m])) + sum by (datname) (rate(pg_stat_database_blks_read{datname="fluxbase"}[15m])) > 0) < 0.9',
    ),
  },
  {
    name: 'memory of Redis under a name that its exporter does not have',
    wrong: panelFile('max(redis_used_memory_bytes)', { unit: 'bytes' }),
    code: 'promql/unknown-metric',
    right: panelFile('max(redis_memory_used_bytes)', { unit: 'bytes' }),
  },
  {
    name: 'storage of MinIO under a name of its first endpoint',
    wrong: panelFile('sum(minio_disk_storage_used_bytes)', { unit: 'bytes' }),
    code: 'promql/unknown-metric',
    right: panelFile('max(minio_cluster_usage_total_bytes)', { unit: 'bytes' }),
  },
  {
    name: 'a legend of locks with a label that they do not have',
    wrong: panelFile('sum by (mode) (pg_locks_count{datname="fluxbase"})', {
      legend: '{{mode}} - {{locktype}}',
      unit: 'short',
    }),
    code: 'legend/label-impossible',
    right: panelFile('sum by (mode) (pg_locks_count{datname="fluxbase"})', {
      legend: '{{mode}}',
      unit: 'short',
    }),
  },
  {
    name: 'an exact status where there are classes',
    wrong: panelFile('sum(rate(http_requests_total{status="500"}[$__rate_interval]))', {
      unit: 'reqps',
    }),
    code: 'promql/impossible-value',
    right: panelFile('sum(rate(http_requests_total{status="5xx"}[$__rate_interval]))', {
      unit: 'reqps',
    }),
  },
  {
    name: 'a line for every caller that was ever throttled',
    wrong: panelFile(
      'sum by (identifier) (rate(fluxbase_rate_limit_hits_total[$__rate_interval]))',
      {
        legend: '{{identifier}}',
      },
    ),
    code: 'cardinality/unbounded-label',
    right: panelFile(
      'sum by (limiter_type) (rate(fluxbase_rate_limit_hits_total[$__rate_interval]))',
      {
        legend: '{{limiter_type}}',
      },
    ),
  },
];
