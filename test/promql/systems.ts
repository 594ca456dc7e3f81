import { any, type Job, type Labels } from '../../lib/catalog/index.ts';
import { defineCatalog } from '../../lib/promql/index.ts';

/** The metrics that the expressions of five real systems use, as far as the handles need to know them. */

const job = <const N extends string>(name: N): Job<N, Record<never, never>> => ({
  name,
  labels: { job: [name], instance: any },
  scrape: { targets: [`${name}:9090`] },
});

const HELP = { unit: 'things', help: 'Things.' } as const;
const counter = { kind: 'counter', ...HELP } as const;
const gauge = { kind: 'gauge', ...HELP } as const;
const counterOf = <const L extends Labels>(labels: L) => ({ ...counter, labels });
const gaugeOf = <const L extends Labels>(labels: L) => ({ ...gauge, labels });
const histogramOf = <const L extends Labels, const B extends readonly number[]>(
  labels: L,
  buckets: B,
) => ({ kind: 'histogram', unit: 'seconds', help: 'Time.', labels, buckets }) as const;

const flashcastr = {
  ...defineCatalog(job('invaders-bot'), {
    invaders_bot_uptime_seconds: gauge,
    invaders_bot_last_sync_timestamp: gauge,
    invaders_bot_last_api_call_timestamp: gauge,
    invaders_bot_memory_bytes: gaugeOf({ type: ['heap_used', 'rss'] }),
    invaders_bot_api_calls_total: counterOf({ result: ['success', 'error'] }),
    invaders_bot_sync_skipped_total: counterOf({ reason: ['no_changes', 'off_peak_hours'] }),
    invaders_bot_flashes_new_total: counter,
    invaders_bot_sync_duration_seconds: histogramOf({}, [0.1, 1, 10]),
  }).m,
  ...defineCatalog(job('invaders-consumer'), {
    invaders_consumer_circuit_breaker_state: gauge,
    invaders_consumer_circuit_breaker_open: gauge,
    invaders_consumer_consecutive_failures: gaugeOf({ type: any }),
    invaders_consumer_queue_depth: gauge,
    invaders_consumer_last_processed_timestamp: gauge,
    invaders_consumer_flashes_processed_total: counter,
  }).m,
  ...defineCatalog([job('invaders-bot'), job('invaders-consumer')], { up: gauge }).m,
};

const MESSAGE = ['features', 'raw'] as const;

const zander = {
  ...defineCatalog(job('zander-ingestion'), {
    edge_relay_connections: gauge,
    consumer_connections: gauge,
    messages_received_total: counterOf({ message_type: MESSAGE, user_id: any }),
    messages_failed_total: counterOf({ message_type: MESSAGE, error_type: any }),
    buffer_size: gaugeOf({ user_id: any }),
    buffer_capacity: gaugeOf({ user_id: any }),
    db_write_duration_seconds: histogramOf({ table: any }, [0.005, 10]),
    db_batch_size: histogramOf({ table: any }, [0.005, 10]),
    http_request_duration_seconds: histogramOf({ method: any, handler: any }, [0.1, 0.5, 1]),
    http_requests_inprogress: gauge,
    http_requests_in_progress: gauge,
    zander_ingestion_info: {
      kind: 'info',
      help: 'Build.',
      labels: { version: any, environment: any },
    },
    up: gauge,
  }).m,
};

const REGION = { region: ['US', 'EU', 'ASIA'] } as const;

const beacon = {
  ...defineCatalog(job('beacon-runner'), {
    up: gauge,
    process_start_time_seconds: gauge,
    jobs_enqueued_total: counter,
    jobs_processed_total: counter,
    jobs_failed_total: counter,
    http_requests_total: counterOf({ path: any, method: any, status: any }),
    runner_execution_duration_seconds: histogramOf({ ...REGION, status: any }, [0.005, 10]),
    negotiation_offers_seen_total: counterOf(REGION),
    negotiation_probes_passed_total: counterOf(REGION),
    negotiation_probes_failed_total: counterOf(REGION),
    go_memstats_alloc_bytes: gauge,
  }).m,
};

const STATEMENT = { user: any, datname: any, queryid: any } as const;
const TABLE = { datname: any, schemaname: any, relname: any } as const;
const FILESYSTEM = { device: any, mountpoint: any, fstype: any } as const;

const loveParser = {
  ...defineCatalog(job('backend'), {
    http_requests_total: counterOf({ method: any, route: any, status_code: any }),
    job_queue_size: gaugeOf({ queue: ['broadcast', 'cron'] }),
    job_queue_last_completed_timestamp: gaugeOf({ queue: ['broadcast', 'cron'] }),
    job_duration_seconds: histogramOf({ queue: ['broadcast', 'cron'] }, [0.1, 300]),
    database_connections_active: gauge,
    database_connections_max: gauge,
    payment_events_total: counterOf({
      status: ['pending', 'completed', 'failed'],
      provider: ['robokassa'],
    }),
  }).m,
  ...defineCatalog(job('postgres-exporter'), {
    pg_stat_statements_seconds_total: counterOf(STATEMENT),
    pg_stat_statements_calls_total: counterOf(STATEMENT),
    pg_stat_activity_count: gaugeOf({ datname: any, state: any }),
    pg_stat_activity_max_tx_duration: gaugeOf({ datname: any, state: any }),
    pg_settings_max_connections: gauge,
    pg_stat_user_tables_size_bytes: gaugeOf(TABLE),
    pg_stat_user_tables_table_size_bytes: gaugeOf(TABLE),
    pg_stat_user_tables_index_size_bytes: gaugeOf(TABLE),
    pg_stat_database_blks_hit: counterOf({ datid: any, datname: any }),
    pg_stat_database_blks_read: counterOf({ datid: any, datname: any }),
  }).m,
  ...defineCatalog(job('redis-exporter'), {
    redis_up: gauge,
    up: gauge,
    redis_commands_total: counterOf({ cmd: any }),
    redis_commands_duration_seconds_total: counterOf({ cmd: any }),
    redis_commands_latencies_usec: histogramOf({ cmd: any }, [1, 1000]),
  }).m,
  ...defineCatalog(job('node-exporter'), {
    node_cpu_seconds_total: counterOf({ cpu: any, mode: ['idle', 'user', 'system'] }),
    node_load1: gauge,
    node_memory_MemAvailable_bytes: gauge,
    node_memory_MemTotal_bytes: gauge,
    node_filesystem_avail_bytes: gaugeOf(FILESYSTEM),
    node_filesystem_size_bytes: gaugeOf(FILESYSTEM),
  }).m,
};

const fluxbase = {
  ...defineCatalog(job('fluxbase'), {
    http_requests_total: counterOf({ method: any, path: any, status: any }),
    http_request_duration_seconds: histogramOf({ method: any, path: any }, [0.001, 10]),
  }).m,
  ...defineCatalog(job('postgres'), {
    pg_stat_database_numbackends: gaugeOf({ datid: any, datname: any }),
    pg_settings_max_connections: gaugeOf({ server: any }),
  }).m,
  ...defineCatalog(job('minio'), {
    minio_cluster_usage_total_bytes: gaugeOf({ server: any }),
    minio_node_drive_used_bytes: gaugeOf({ server: any, drive: any }),
  }).m,
  ...defineCatalog(job('cadvisor'), {
    container_cpu_usage_seconds_total: counterOf({ name: any, cpu: any }),
    container_memory_working_set_bytes: gaugeOf({ name: any }),
    container_spec_memory_limit_bytes: gaugeOf({ name: any }),
  }).m,
  ...defineCatalog([job('grafana'), job('prometheus')], { up: gauge }).m,
};

export const systems = { flashcastr, zander, beacon, loveParser, fluxbase };
