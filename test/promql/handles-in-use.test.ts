import { expect, it, test } from 'vitest';

import {
  ignoring,
  matches,
  not,
  number,
  on,
  type Query,
  seriesOf,
  time,
  type Vec,
} from '../../lib/promql/index.ts';
import { parse } from '../../lib/promql/parser.ts';
import { print } from '../../lib/promql/printer.ts';
import { promtoolVerdict } from './promtool-verdict.ts';
import { systems } from './systems.ts';

/**
 * What the dashboards and alerts of five systems ask for, one of each form: written with the handles on the left, as the
 * systems' own documentation has it on the right.
 */

const { flashcastr: f, zander: z, beacon: b, loveParser: l, fluxbase: x } = systems;

const queue = { kind: 'variable', name: 'queue', multi: true } as const;
const datname = { kind: 'variable', name: 'datname', multi: true } as const;
const userId = { kind: 'variable', name: 'user_id', multi: true } as const;

/** A helper as authors write them. */
function share<L extends string, R extends string, K extends L & R = never>(
  part: Vec<L>,
  whole: Vec<R>,
  ...by: K[]
): Vec<K> {
  return part.sumBy(...by).div(whole.sumBy(...by).gt(0));
}

const errors = f.invaders_bot_api_calls_total.where({ result: 'error' });
const failedProbes = b.negotiation_probes_failed_total.rate('10m').sumBy('region');
const passedProbes = b.negotiation_probes_passed_total.rate('10m').sumBy('region');
const passed = passedProbes.or(failedProbes.mul(0));
const failed = failedProbes.or(passedProbes.mul(0));
const recordedPassed = seriesOf<'region'>('region:negotiation_probes_passed:rate10m');
const recordedFailed = seriesOf<'region'>('region:negotiation_probes_failed:rate10m');
const root = { mountpoint: '/', fstype: not('tmpfs', 'overlay') } as const;
const payments = l.payment_events_total.where({ status: 'failed' });
const broadcast = { queue: 'broadcast' } as const;
const hit = l.pg_stat_database_blks_hit.where({ datname }).rate().sumBy('datname');
const read = l.pg_stat_database_blks_read.where({ datname }).rate().sumBy('datname');

const ROWS: readonly (readonly [typed: Query, text: string])[] = [
  [f.invaders_bot_uptime_seconds.max(), 'max(invaders_bot_uptime_seconds{job="invaders-bot"})'],
  [f.up.maxBy('job'), 'max by (job) (up{job=~"invaders-bot|invaders-consumer"})'],
  [
    f.invaders_consumer_circuit_breaker_state.or(f.invaders_consumer_circuit_breaker_open).max(),
    'max(invaders_consumer_circuit_breaker_state{job="invaders-consumer"} or invaders_consumer_circuit_breaker_open{job="invaders-consumer"})',
  ],
  [
    f.invaders_bot_last_sync_timestamp.gt(0).max().mul(1000),
    'max(invaders_bot_last_sync_timestamp{job="invaders-bot"} > 0) * 1000',
  ],
  [
    f.invaders_bot_memory_bytes.where({ type: 'rss' }).sumBy('job'),
    'sum by (job) (invaders_bot_memory_bytes{job="invaders-bot",type="rss"})',
  ],
  [
    f.invaders_bot_api_calls_total.rate().sumBy('result').mul(60),
    'sum by (result) (rate(invaders_bot_api_calls_total{job="invaders-bot"}[$__rate_interval])) * 60',
  ],
  [
    errors.rate().sum().orZero().div(f.invaders_bot_api_calls_total.rate().sum().gt(0)),
    '(sum(rate(invaders_bot_api_calls_total{job="invaders-bot",result="error"}[$__rate_interval])) or vector(0)) / (sum(rate(invaders_bot_api_calls_total{job="invaders-bot"}[$__rate_interval])) > 0)',
  ],
  [
    errors.increase('$__range').sum().orZero(),
    'sum(increase(invaders_bot_api_calls_total{job="invaders-bot",result="error"}[$__range])) or vector(0)',
  ],
  [
    f.invaders_bot_sync_duration_seconds.quantile(0.5),
    'histogram_quantile(0.5, sum by (le) (rate(invaders_bot_sync_duration_seconds_bucket{job="invaders-bot"}[$__rate_interval])))',
  ],
  [
    f.invaders_bot_flashes_new_total
      .increase('1h')
      .sum()
      .sub(f.invaders_consumer_flashes_processed_total.increase('1h').sum()),
    'sum(increase(invaders_bot_flashes_new_total{job="invaders-bot"}[1h])) - sum(increase(invaders_consumer_flashes_processed_total{job="invaders-consumer"}[1h]))',
  ],
  [f.up.eq(0), 'up{job=~"invaders-bot|invaders-consumer"} == 0'],
  [
    f.invaders_consumer_consecutive_failures.max().ge(5),
    'max(invaders_consumer_consecutive_failures{job="invaders-consumer"}) >= 5',
  ],
  [
    share(errors.rate('15m'), f.invaders_bot_api_calls_total.rate('15m')).gt(0.2),
    'sum(rate(invaders_bot_api_calls_total{job="invaders-bot",result="error"}[15m])) / (sum(rate(invaders_bot_api_calls_total{job="invaders-bot"}[15m])) > 0) > 0.2',
  ],
  [
    time()
      .sub(f.invaders_bot_last_api_call_timestamp.gt(0).max())
      .gt(1800)
      .unless(
        f.invaders_bot_sync_skipped_total
          .where({ reason: 'off_peak_hours' })
          .increase('30m')
          .sum()
          .gt(0),
        on(),
      ),
    'time() - max(invaders_bot_last_api_call_timestamp{job="invaders-bot"} > 0) > 1800 unless on () sum(increase(invaders_bot_sync_skipped_total{job="invaders-bot",reason="off_peak_hours"}[30m])) > 0',
  ],
  [
    time()
      .sub(f.invaders_consumer_last_processed_timestamp.gt(0).max())
      .gt(900)
      .and(f.invaders_consumer_queue_depth.max().gt(0), on()),
    'time() - max(invaders_consumer_last_processed_timestamp{job="invaders-consumer"} > 0) > 900 and on () max(invaders_consumer_queue_depth{job="invaders-consumer"}) > 0',
  ],
  [
    f.invaders_consumer_queue_depth.minOverTime('15m').gt(1000),
    'min_over_time(invaders_consumer_queue_depth{job="invaders-consumer"}[15m]) > 1000',
  ],
  [
    z.edge_relay_connections.sum().orZero().add(z.consumer_connections.sum().orZero()),
    '(sum(edge_relay_connections{job="zander-ingestion"}) or vector(0)) + (sum(consumer_connections{job="zander-ingestion"}) or vector(0))',
  ],
  [
    z.zander_ingestion_info.maxBy('version', 'environment'),
    'max by (version, environment) (zander_ingestion_info{job="zander-ingestion"})',
  ],
  [
    z.messages_failed_total.rate().sumBy('message_type', 'error_type'),
    'sum by (message_type, error_type) (rate(messages_failed_total{job="zander-ingestion"}[$__rate_interval]))',
  ],
  [
    share(
      z.messages_failed_total.rate('5m'),
      z.messages_received_total.rate('5m'),
      'message_type',
    ).gt(0.01),
    'sum by (message_type) (rate(messages_failed_total{job="zander-ingestion"}[5m])) / (sum by (message_type) (rate(messages_received_total{job="zander-ingestion"}[5m])) > 0) > 0.01',
  ],
  [
    z.messages_received_total.where({ user_id: userId }).rate().sumBy('user_id').topk(10),
    'topk(10, sum by (user_id) (rate(messages_received_total{job="zander-ingestion",user_id=~"$user_id"}[$__rate_interval])))',
  ],
  [
    z.buffer_size
      .where({ user_id: userId })
      .maxBy('user_id')
      .div(z.buffer_capacity.where({ user_id: userId }).maxBy('user_id').gt(0)),
    'max by (user_id) (buffer_size{job="zander-ingestion",user_id=~"$user_id"}) / (max by (user_id) (buffer_capacity{job="zander-ingestion",user_id=~"$user_id"}) > 0)',
  ],
  [
    z.db_write_duration_seconds.quantile(0.95, { by: ['table'], range: '5m' }).gt(1),
    'histogram_quantile(0.95, sum by (le, table) (rate(db_write_duration_seconds_bucket{job="zander-ingestion"}[5m]))) > 1',
  ],
  [
    z.db_batch_size.mean({ by: ['table'] }),
    'sum by (table) (rate(db_batch_size_sum{job="zander-ingestion"}[$__rate_interval])) / (sum by (table) (rate(db_batch_size_count{job="zander-ingestion"}[$__rate_interval])) > 0)',
  ],
  [
    z.http_request_duration_seconds.share(0.5, { by: ['handler'] }),
    'sum by (handler) (rate(http_request_duration_seconds_bucket{job="zander-ingestion",le="0.5"}[$__rate_interval])) / (sum by (handler) (rate(http_request_duration_seconds_count{job="zander-ingestion"}[$__rate_interval])) > 0)',
  ],
  [
    z.http_requests_inprogress.or(z.http_requests_in_progress).sum(),
    'sum(http_requests_inprogress{job="zander-ingestion"} or http_requests_in_progress{job="zander-ingestion"})',
  ],
  [
    z.edge_relay_connections.sum().orZero().eq(0),
    '(sum(edge_relay_connections{job="zander-ingestion"}) or vector(0)) == 0',
  ],
  [
    z.up.eq(0).orMixed(z.up.absent('job')),
    'up{job="zander-ingestion"} == 0 or absent(up{job="zander-ingestion"})',
  ],
  [
    time().sub(b.process_start_time_seconds).max(),
    'max(time() - process_start_time_seconds{job="beacon-runner"})',
  ],
  [
    b.runner_execution_duration_seconds.quantile(0.95, { by: ['region'] }),
    'histogram_quantile(0.95, sum by (le, region) (rate(runner_execution_duration_seconds_bucket{job="beacon-runner"}[$__rate_interval])))',
  ],
  [
    passed.div(passed.add(failed).gt(0)),
    '(sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[10m])) or sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[10m])) * 0) / ((sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[10m])) or sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[10m])) * 0) + (sum by (region) (rate(negotiation_probes_failed_total{job="beacon-runner"}[10m])) or sum by (region) (rate(negotiation_probes_passed_total{job="beacon-runner"}[10m])) * 0) > 0)',
  ],
  [
    recordedPassed.div(recordedPassed.add(recordedFailed).gt(0)).lt(0.7),
    'region:negotiation_probes_passed:rate10m / (region:negotiation_probes_passed:rate10m + region:negotiation_probes_failed:rate10m > 0) < 0.7',
  ],
  [
    b.jobs_failed_total
      .rate('5m')
      .sum()
      .div(b.jobs_failed_total.rate('5m').sum().add(b.jobs_processed_total.rate('5m').sum()).gt(0))
      .gt(0.1),
    'sum(rate(jobs_failed_total{job="beacon-runner"}[5m])) / (sum(rate(jobs_failed_total{job="beacon-runner"}[5m])) + sum(rate(jobs_processed_total{job="beacon-runner"}[5m])) > 0) > 0.1',
  ],
  [
    b.http_requests_total
      .where({ status: matches('5..') })
      .rate()
      .sum()
      .orZero(),
    'sum(rate(http_requests_total{job="beacon-runner",status=~"5.."}[$__rate_interval])) or vector(0)',
  ],
  [
    b.runner_execution_duration_seconds
      .quantile(0.95, { by: ['region'], range: '10m' })
      .gt(300)
      .or(b.runner_execution_duration_seconds.mean({ by: ['region'], range: '10m' }).gt(300)),
    'histogram_quantile(0.95, sum by (le, region) (rate(runner_execution_duration_seconds_bucket{job="beacon-runner"}[10m]))) > 300 or sum by (region) (rate(runner_execution_duration_seconds_sum{job="beacon-runner"}[10m])) / (sum by (region) (rate(runner_execution_duration_seconds_count{job="beacon-runner"}[10m])) > 0) > 300',
  ],
  [
    b.negotiation_offers_seen_total
      .increase('10m')
      .sum()
      .orZero()
      .eq(0)
      .and(b.jobs_enqueued_total.increase('10m').sum().gt(0), on()),
    '(sum(increase(negotiation_offers_seen_total{job="beacon-runner"}[10m])) or vector(0)) == 0 and on () sum(increase(jobs_enqueued_total{job="beacon-runner"}[10m])) > 0',
  ],
  [
    b.go_memstats_alloc_bytes.maxBy('instance').gt(512 * 1024 * 1024),
    'max by (instance) (go_memstats_alloc_bytes{job="beacon-runner"}) > 536870912',
  ],
  [
    share(
      l.http_requests_total.where({ status_code: matches('5..') }).rate(),
      l.http_requests_total.rate(),
      'route',
    ),
    'sum by (route) (rate(http_requests_total{job="backend",status_code=~"5.."}[$__rate_interval])) / (sum by (route) (rate(http_requests_total{job="backend"}[$__rate_interval])) > 0)',
  ],
  [
    l.node_cpu_seconds_total.where({ mode: 'idle' }).countBy('instance'),
    'count by (instance) (node_cpu_seconds_total{job="node-exporter",mode="idle"})',
  ],
  [
    number(1).sub(l.node_cpu_seconds_total.where({ mode: 'idle' }).rate().avgBy('instance')),
    '1 - avg by (instance) (rate(node_cpu_seconds_total{job="node-exporter",mode="idle"}[$__rate_interval]))',
  ],
  [
    number(1).sub(l.node_memory_MemAvailable_bytes.div(l.node_memory_MemTotal_bytes)).gt(0.85),
    '1 - node_memory_MemAvailable_bytes{job="node-exporter"} / node_memory_MemTotal_bytes{job="node-exporter"} > 0.85',
  ],
  [
    l.node_filesystem_avail_bytes.where(root).div(l.node_filesystem_size_bytes.where(root)).lt(0.2),
    'node_filesystem_avail_bytes{job="node-exporter",mountpoint="/",fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node-exporter",mountpoint="/",fstype!~"tmpfs|overlay"} < 0.2',
  ],
  [
    l.node_load1
      .sumBy('instance')
      .div(l.node_cpu_seconds_total.where({ mode: 'idle' }).countBy('instance'), on('instance')),
    'sum by (instance) (node_load1{job="node-exporter"}) / on (instance) count by (instance) (node_cpu_seconds_total{job="node-exporter",mode="idle"})',
  ],
  [
    l.pg_stat_statements_calls_total
      .rate()
      .and(
        l.pg_stat_statements_seconds_total
          .rate()
          .div(l.pg_stat_statements_calls_total.rate().gt(0))
          .gt(1),
        on('instance', 'user', 'datname', 'queryid'),
      )
      .sum()
      .orZero(),
    'sum(rate(pg_stat_statements_calls_total{job="postgres-exporter"}[$__rate_interval]) and on (instance, user, datname, queryid) rate(pg_stat_statements_seconds_total{job="postgres-exporter"}[$__rate_interval]) / (rate(pg_stat_statements_calls_total{job="postgres-exporter"}[$__rate_interval]) > 0) > 1) or vector(0)',
  ],
  [
    l.pg_stat_activity_max_tx_duration.where({ datname, state: 'active' }).maxBy('datname'),
    'max by (datname) (pg_stat_activity_max_tx_duration{job="postgres-exporter",datname=~"$datname",state="active"})',
  ],
  [
    l.database_connections_active.div(l.database_connections_max.gt(0)).maxBy('instance'),
    'max by (instance) (database_connections_active{job="backend"} / (database_connections_max{job="backend"} > 0))',
  ],
  [
    l.pg_stat_activity_count
      .sumBy('instance')
      .div(l.pg_settings_max_connections.maxBy('instance'), on('instance')),
    'sum by (instance) (pg_stat_activity_count{job="postgres-exporter"}) / on (instance) max by (instance) (pg_settings_max_connections{job="postgres-exporter"})',
  ],
  [
    l.pg_stat_user_tables_size_bytes
      .or(l.pg_stat_user_tables_table_size_bytes.add(l.pg_stat_user_tables_index_size_bytes))
      .maxBy('datname', 'schemaname', 'relname')
      .topk(10),
    'topk(10, max by (datname, schemaname, relname) (pg_stat_user_tables_size_bytes{job="postgres-exporter"} or pg_stat_user_tables_table_size_bytes{job="postgres-exporter"} + pg_stat_user_tables_index_size_bytes{job="postgres-exporter"}))',
  ],
  [
    hit.div(hit.add(read).gt(0)),
    'sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres-exporter",datname=~"$datname"}[$__rate_interval])) / (sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres-exporter",datname=~"$datname"}[$__rate_interval])) + sum by (datname) (rate(pg_stat_database_blks_read{job="postgres-exporter",datname=~"$datname"}[$__rate_interval])) > 0)',
  ],
  [
    share(
      l.redis_commands_duration_seconds_total.rate(),
      l.redis_commands_total.rate(),
      'cmd',
    ).topk(5),
    'topk(5, sum by (cmd) (rate(redis_commands_duration_seconds_total{job="redis-exporter"}[$__rate_interval])) / (sum by (cmd) (rate(redis_commands_total{job="redis-exporter"}[$__rate_interval])) > 0))',
  ],
  [
    l.redis_commands_latencies_usec.quantile(0.95).div(1e6),
    'histogram_quantile(0.95, sum by (le) (rate(redis_commands_latencies_usec_bucket{job="redis-exporter"}[$__rate_interval]))) / 1000000',
  ],
  [
    l.redis_up.eq(0).or(l.up.eq(0)),
    'redis_up{job="redis-exporter"} == 0 or up{job="redis-exporter"} == 0',
  ],
  [
    l.job_duration_seconds.where({ queue }).heatmap(),
    'sum by (le) (increase(job_duration_seconds_bucket{job="backend",queue=~"$queue"}[$__rate_interval]))',
  ],
  [
    time().sub(l.job_queue_last_completed_timestamp.where({ queue }).gt(0).maxBy('queue')),
    'time() - max by (queue) (job_queue_last_completed_timestamp{job="backend",queue=~"$queue"} > 0)',
  ],
  [
    time()
      .sub(l.job_queue_last_completed_timestamp.where(broadcast).maxBy('queue'))
      .gt(1800)
      .and(l.job_queue_size.where(broadcast).maxBy('queue').gt(0), on('queue')),
    'time() - max by (queue) (job_queue_last_completed_timestamp{job="backend",queue="broadcast"}) > 1800 and on (queue) max by (queue) (job_queue_size{job="backend",queue="broadcast"}) > 0',
  ],
  [
    payments
      .increase('15m')
      .sumBy('provider')
      .gt(0)
      .or(payments.raw().unless(payments.offset('15m').raw()).sumBy('provider').gt(0)),
    'sum by (provider) (increase(payment_events_total{job="backend",status="failed"}[15m])) > 0 or sum by (provider) (payment_events_total{job="backend",status="failed"} unless payment_events_total{job="backend",status="failed"} offset 15m) > 0',
  ],
  [
    l.payment_events_total
      .where({ status: ['completed', 'failed'] })
      .increase('$__range')
      .sum()
      .gt(0),
    'sum(increase(payment_events_total{job="backend",status=~"completed|failed"}[$__range])) > 0',
  ],
  [
    x.http_requests_total.rate().sumBy('method', 'path').topk(15),
    'topk(15, sum by (method, path) (rate(http_requests_total{job="fluxbase"}[$__rate_interval])))',
  ],
  [
    x.http_request_duration_seconds.quantile(0.95).mul(1000),
    'histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{job="fluxbase"}[$__rate_interval]))) * 1000',
  ],
  [
    x.http_request_duration_seconds.quantile(0.95, { by: ['path'] }).topk(10),
    'topk(10, histogram_quantile(0.95, sum by (le, path) (rate(http_request_duration_seconds_bucket{job="fluxbase"}[$__rate_interval]))))',
  ],
  [
    x.pg_stat_database_numbackends
      .sumBy('instance')
      .div(x.pg_settings_max_connections.maxBy('instance'), on('instance'))
      .gt(0.9),
    'sum by (instance) (pg_stat_database_numbackends{job="postgres"}) / on (instance) max by (instance) (pg_settings_max_connections{job="postgres"}) > 0.9',
  ],
  [
    l.pg_stat_activity_max_tx_duration
      .where({ state: matches('active|idle in transaction.*') })
      .maxBy('state'),
    'max by (state) (pg_stat_activity_max_tx_duration{job="postgres-exporter",state=~"active|idle in transaction.*"})',
  ],
  [
    x.minio_cluster_usage_total_bytes.max().or(x.minio_node_drive_used_bytes.sum()),
    'max(minio_cluster_usage_total_bytes{job="minio"}) or sum(minio_node_drive_used_bytes{job="minio"})',
  ],
  [
    x.container_cpu_usage_seconds_total
      .where({ name: not('') })
      .rate()
      .sumBy('name'),
    'sum by (name) (rate(container_cpu_usage_seconds_total{job="cadvisor",name!=""}[$__rate_interval]))',
  ],
  [
    x.container_memory_working_set_bytes
      .where({ name: not('') })
      .sumBy('name')
      .div(x.container_spec_memory_limit_bytes.sumBy('name').gt(0)),
    'sum by (name) (container_memory_working_set_bytes{job="cadvisor",name!=""}) / (sum by (name) (container_spec_memory_limit_bytes{job="cadvisor"}) > 0)',
  ],
  [
    x.up
      .where({ job: 'grafana' })
      .eq(0)
      .orMixed(x.up.where({ job: 'grafana' }).absent('job')),
    'up{job="grafana"} == 0 or absent(up{job="grafana"})',
  ],
  [
    x.http_requests_total
      .rate('5m')
      .sumBy('path', 'status')
      .div(x.http_requests_total.rate('5m').sumBy('path'), ignoring('status').groupLeft()),
    'sum by (path, status) (rate(http_requests_total{job="fluxbase"}[5m])) / ignoring (status) group_left () sum by (path) (rate(http_requests_total{job="fluxbase"}[5m]))',
  ],
];

it.each(ROWS)('%#', ({ node }, text) => {
  expect(print(node)).toBe(text);
  expect(parse(text).errors).toEqual([]);
});

test('promtool takes all of them', async () => {
  expect(await promtoolVerdict(ROWS.map(([, text]) => text))).toBe('');
});
