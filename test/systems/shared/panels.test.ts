import { describe, expect, it } from 'vitest';

import { goPanels } from '../../../dashboards/shared/go-panels.ts';
import { hostPanels } from '../../../dashboards/shared/host-panels.ts';
import { hostRow } from '../../../dashboards/shared/host-row.ts';
import { nodejsPanels } from '../../../dashboards/shared/nodejs-panels.ts';
import { postgresPanels } from '../../../dashboards/shared/postgres-panels.ts';
import { redisPanels } from '../../../dashboards/shared/redis-panels.ts';
import { run } from '../../../lib/analyze/index.ts';
import { dashboard, type Panel } from '../../../lib/index.ts';
import { print } from '../../../lib/promql/index.ts';
import { farm, stack } from './farm.ts';

const queriesOf = (panel: Panel): string[] =>
  panel.props.queries.map(({ source }) =>
    source.kind === 'promql' ? print(source.node) : source.text,
  );

const { node, api, worker, postgres, redis } = stack.jobs;

describe('a shared panel asks for', () => {
  it.each([
    [
      'CPU busy',
      hostPanels(node).cpuBusy,
      [
        '1 - avg by (instance) (rate(node_cpu_seconds_total{job="node",mode="idle"}[$__rate_interval]))',
      ],
    ],
    [
      'Memory used',
      hostPanels(node).memoryUsed,
      ['1 - node_memory_MemAvailable_bytes{job="node"} / node_memory_MemTotal_bytes{job="node"}'],
    ],
    [
      'Disk free',
      hostPanels(node).diskFree,
      [
        'node_filesystem_avail_bytes{job="node",fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node",fstype!~"tmpfs|overlay"}',
      ],
    ],
    [
      'Disk free',
      hostPanels(node, { mountpoint: '/' }).diskFree,
      [
        'node_filesystem_avail_bytes{job="node",mountpoint="/",fstype!~"tmpfs|overlay"} / node_filesystem_size_bytes{job="node",mountpoint="/",fstype!~"tmpfs|overlay"}',
      ],
    ],
    [
      'System load',
      hostPanels(node).load,
      [
        'sum by (instance) (node_load1{job="node"})',
        'sum by (instance) (node_load5{job="node"})',
        'sum by (instance) (node_load15{job="node"})',
        'count by (instance) (node_cpu_seconds_total{job="node",mode="idle"})',
      ],
    ],
    ['Goroutines', goPanels(api).goroutines, ['max by (instance) (go_goroutines{job="api"})']],
    [
      'Event loop lag p99',
      nodejsPanels(worker).eventLoopLag,
      ['max by (instance) (nodejs_eventloop_lag_p99_seconds{job="worker"})'],
    ],
    [
      'Connection slots used',
      postgresPanels(postgres, 'app').slotsUsed,
      [
        'sum by (instance) (pg_stat_activity_count{job="postgres"}) / on (instance) max by (instance) (pg_settings_max_connections{job="postgres"})',
      ],
    ],
    [
      'Longest transaction',
      postgresPanels(postgres, 'app').longestTransaction,
      [
        'max by (datname, state) (pg_stat_activity_max_tx_duration{job="postgres",datname="app",state=~"active|idle in transaction.*"})',
      ],
    ],
    [
      'Cache hit ratio',
      postgresPanels(postgres, ['app', 'jobs']).cacheHitRatio,
      [
        'sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres",datname=~"app|jobs"}[$__rate_interval])) / (sum by (datname) (rate(pg_stat_database_blks_hit{job="postgres",datname=~"app|jobs"}[$__rate_interval])) + sum by (datname) (rate(pg_stat_database_blks_read{job="postgres",datname=~"app|jobs"}[$__rate_interval])) > 0)',
      ],
    ],
    [
      'Locks',
      postgresPanels(postgres, { kind: 'variable', name: 'datname', multi: true }).locks,
      ['sum by (mode) (pg_locks_count{job="postgres",datname=~"$datname"})'],
    ],
    [
      'Command latency',
      redisPanels(redis).commandLatency,
      [
        'sum(rate(redis_commands_duration_seconds_total{job="redis"}[$__rate_interval])) / (sum(rate(redis_commands_total{job="redis"}[$__rate_interval])) > 0)',
        'histogram_quantile(0.95, sum by (le) (rate(redis_commands_latencies_usec_bucket{job="redis"}[$__rate_interval]))) / 1000000',
        'topk(5, sum by (cmd) (rate(redis_commands_duration_seconds_total{job="redis"}[$__rate_interval])) / (sum by (cmd) (rate(redis_commands_total{job="redis"}[$__rate_interval])) > 0))',
      ],
    ],
    [
      'Hit ratio',
      redisPanels(redis).hitRatio,
      [
        'sum(rate(redis_keyspace_hits_total{job="redis"}[$__rate_interval])) / (sum(rate(redis_keyspace_hits_total{job="redis"}[$__rate_interval])) + sum(rate(redis_keyspace_misses_total{job="redis"}[$__rate_interval])) > 0)',
      ],
    ],
    [
      'Share of maxmemory',
      redisPanels(redis).memoryShare,
      ['max(redis_memory_used_bytes{job="redis"} / (redis_memory_max_bytes{job="redis"} > 0))'],
    ],
  ])('%s', (title, panel, expected) => {
    expect(panel.props.title).toBe(title);
    expect(queriesOf(panel)).toEqual(expected);
  });
});

describe('the analysis', () => {
  it('finds nothing in the shared panels and alerts', () => {
    // Whole catalogs, of which no dashboard reads every metric.
    const found = run({ systems: [farm] }).filter(({ code }) => code !== 'catalog/unused-metric');
    expect(found).toEqual([]);
  });

  it('refuses a row on a job that does not expose its metrics', () => {
    const value = dashboard({
      uid: 'wrong',
      title: 'Wrong',
      description: 'A host row on Redis.',
      rows: [hostRow(redis)],
    });
    const wrong = {
      ...farm,
      dashboards: [{ value, file: 'dashboards/farm/wrong.ts', name: 'wrong' }],
    };
    const found = run({ systems: [wrong] }).filter(({ severity }) => severity === 'error');
    expect(found[0]).toMatchObject({
      code: 'promql/impossible-value',
      message: '`job="redis"` passes none of the values of `job`',
      hint: '`node`',
    });
  });
});
