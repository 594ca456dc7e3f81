import { describe, expectTypeOf, test } from 'vitest';

import { hostRow } from '../../../dashboards/shared/host-row.ts';
import {
  type Counter,
  defineCatalog,
  type Gauge,
  type Histogram,
  type Info,
  matches,
  on,
  type Summary,
  type Vec,
} from '../../../lib/index.ts';
import { GO } from '../../../systems/shared/go.ts';
import { MINIO } from '../../../systems/shared/minio.ts';
import { NODE } from '../../../systems/shared/node.ts';
import { NODEJS } from '../../../systems/shared/nodejs.ts';
import { POSTGRES } from '../../../systems/shared/postgres.ts';
import { REDIS } from '../../../systems/shared/redis.ts';
import { stack } from './farm.ts';

const { jobs } = stack;
const node = defineCatalog(jobs.node, NODE).m;
const postgres = defineCatalog(jobs.postgres, POSTGRES).m;
const redis = defineCatalog(jobs.redis, REDIS).m;
const nodejs = defineCatalog(jobs.worker, NODEJS).m;
const go = defineCatalog(jobs.api, GO).m;
const minio = defineCatalog(jobs.api, MINIO).m;

describe('a handle of a shared catalog', () => {
  test('carries the labels of the exporter and those of the job', () => {
    expectTypeOf(node.node_load1).toEqualTypeOf<
      Gauge<{ tier: 'infrastructure'; job: 'node'; instance: string }>
    >();
    expectTypeOf(redis.redis_commands_total).toEqualTypeOf<
      Counter<{ cmd: string; tier: 'cache'; job: 'redis'; instance: string }>
    >();
    expectTypeOf(node.node_filesystem_avail_bytes.maxBy('mountpoint')).toEqualTypeOf<
      Vec<'mountpoint'>
    >();
    // @ts-expect-error -- node_exporter has no label `mount`
    node.node_filesystem_avail_bytes.maxBy('mount');
  });

  test('has the values that a label can have', () => {
    node.node_cpu_seconds_total.where({ mode: 'idle' });
    // @ts-expect-error -- "idel" is no mode
    node.node_cpu_seconds_total.where({ mode: 'idel' });
    postgres.pg_locks_count.where({ mode: 'accessexclusivelock' });
    // @ts-expect-error -- the exporter writes modes in lower case
    postgres.pg_locks_count.where({ mode: 'AccessExclusiveLock' });
    // @ts-expect-error -- there is no locktype
    postgres.pg_locks_count.sumBy('locktype');
    postgres.pg_stat_activity_count.where({ state: matches('idle in transaction.*') });
  });

  test('is what the metric is, whatever its name says', () => {
    expectTypeOf(nodejs.nodejs_active_handles_total.metricKind).toEqualTypeOf<'gauge'>();
    // @ts-expect-error -- a gauge has no rate
    nodejs.nodejs_active_handles_total.rate();
    postgres.pg_stat_database_xact_commit.rate();
    // @ts-expect-error -- a counter has no maximum
    postgres.pg_stat_database_xact_commit.max();
    // @ts-expect-error -- a gauge has no rate
    minio.minio_s3_requests_waiting_total.rate();
    minio.minio_s3_traffic_sent_bytes.rate();
    // @ts-expect-error -- a gauge; the counter is go_memstats_alloc_bytes_total
    go.go_memstats_alloc_bytes.rate();
  });

  test('is a histogram, a summary, an info', () => {
    expectTypeOf(redis.redis_commands_latencies_usec).toExtend<
      Histogram<{ cmd: string; tier: 'cache'; job: 'redis'; instance: string }>
    >();
    expectTypeOf(go.go_gc_duration_seconds).toExtend<
      Summary<{ tier: 'application'; job: 'api'; instance: string }, 0 | 0.25 | 0.5 | 0.75 | 1>
    >();
    // @ts-expect-error -- Go exports no 0.99
    go.go_gc_duration_seconds.quantile(0.99);
    expectTypeOf(go.go_info).toExtend<
      Info<{ version: string; tier: 'application'; job: 'api'; instance: string }>
    >();
  });
});

describe('two metrics of postgres_exporter', () => {
  test('meet only where both are aggregated', () => {
    // @ts-expect-error -- only left: datid, datname; only right: server
    postgres.pg_stat_database_numbackends.div(postgres.pg_settings_max_connections);
    postgres.pg_stat_database_numbackends
      .sumBy('instance')
      .div(postgres.pg_settings_max_connections.maxBy('instance'), on('instance'));
  });
});

describe('a shared row', () => {
  test('takes any job', () => {
    hostRow(jobs.node);
    // @ts-expect-error -- the name of a job is not the job
    hostRow('node');
  });
});
