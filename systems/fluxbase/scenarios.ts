import { change, defineWorld, scenario } from '../../lib/index.ts';
import { m } from './metrics.ts';

const badDeploy = scenario({
  name: 'bad-deploy',
  description: 'A deploy breaks a handler: a tenth of the requests fail, and all are slow.',
  changes: [
    change(m.http_requests_total.where({ status: '5xx' })).add(3),
    change(m.http_request_duration_seconds).latency(60),
  ],
  fires: [
    { alert: 'HighErrorRate', within: '8m' },
    { alert: 'HighLatency', within: '8m' },
  ],
});

const redisDown = scenario({
  name: 'redis-down',
  description: 'Redis ends; its exporter answers that it cannot reach it.',
  changes: [
    change(m.redis_up).set(0),
    change(m.redis_exporter_last_scrape_error).set(1),
    change(m.redis_connected_clients).absent(),
    change(m.redis_memory_used_bytes).absent(),
    change(m.redis_commands_total).absent(),
  ],
  fires: [{ alert: 'RedisDown', within: '3m', labels: { job: 'redis' } }],
});

const databaseBusy = scenario({
  name: 'database-busy',
  description: 'A missing index: queries read from disk, sessions pile up, and the pool fills.',
  changes: [
    change(m.pg_stat_database_numbackends.where({ datname: 'fluxbase' })).set(92),
    change(m.pg_stat_database_blks_read.where({ datname: 'fluxbase' })).rate(1_500),
  ],
  fires: [
    { alert: 'DatabaseConnectionPoolExhausted', within: '6m' },
    { alert: 'LowCacheHitRatio', within: '35m', labels: { datname: 'fluxbase' } },
  ],
});

const storageFails = scenario({
  name: 'storage-fails',
  description: 'A drive of MinIO fails: a tenth of the calls end in an error.',
  changes: [
    change(m.minio_s3_requests_errors_total).rate(0.3),
    change(m.minio_s3_requests_5xx_errors_total).rate(0.3),
    change(m.minio_cluster_drive_offline_total).set(1),
  ],
  fires: [{ alert: 'ObjectStoreErrors', within: '15m' }],
});

const monitoringGone = scenario({
  name: 'monitoring-gone',
  description:
    'Grafana is taken out of the stack, cAdvisor crashes, and a reload of Prometheus fails.',
  changes: [
    change(m.up.where({ job: 'grafana' })).absent(),
    change(m.up.where({ job: 'cadvisor' })).set(0),
    change(m.prometheus_config_last_reload_successful).set(0),
  ],
  fires: [
    { alert: 'GrafanaDown', within: '7m', labels: { job: 'grafana' } },
    { alert: 'PrometheusTargetMissing', within: '6m', labels: { job: 'cadvisor' } },
    { alert: 'PrometheusConfigReloadFailed', within: '6m' },
  ],
});

export default defineWorld({
  labels: {
    datname: ['fluxbase', 'postgres'],
    path: ['/api/v1/tables/:id', '/api/v1/auth/signin', '/storage/:id'],
    bucket: ['avatars', 'uploads'],
    operation: ['select', 'insert'],
    channel_type: ['broadcast', 'presence'],
    token_type: ['access', 'refresh'],
    limiter_type: ['ip', 'user'],
  },
  together: [
    [
      { datid: '16384', datname: 'fluxbase' },
      { datid: '5', datname: 'postgres' },
    ],
  ],
  scenarios: [badDeploy, redisDown, databaseBusy, storageFails, monitoringGone],
});
