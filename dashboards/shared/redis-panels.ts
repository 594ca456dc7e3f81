import { below, defineCatalog, timeseries } from '../../lib/index.ts';
import type { AnyJob } from '../../systems/shared/any-job.ts';
import { REDIS } from '../../systems/shared/redis.ts';
import { LEGEND_TABLE } from './legend-table.ts';

/** What redis_exporter says about Redis servers. The job exposes `REDIS`. */
export function redisPanels(job: AnyJob) {
  const { m } = defineCatalog(job, REDIS);
  const time = m.redis_commands_duration_seconds_total;
  const calls = m.redis_commands_total;
  const hits = m.redis_keyspace_hits_total.rate().sum();
  const misses = m.redis_keyspace_misses_total.rate().sum();
  return {
    clients: timeseries(
      'Clients',
      'Connections of clients, and those that wait in a blocking call. A rise without more traffic: connections leak.',
    )
      .query(
        m.redis_connected_clients.max().legend('Clients'),
        m.redis_blocked_clients.max().legend('Blocked'),
      )
      .unit('short')
      .min(0),
    memory: timeseries(
      'Memory',
      'Memory that Redis allocated, and as the kernel counts it. The second far above the first: fragmentation.',
    )
      .query(
        m.redis_memory_used_bytes.max().legend('Used'),
        m.redis_memory_used_rss_bytes.max().legend('RSS'),
      )
      .unit('bytes')
      .min(0),
    memoryShare: timeseries(
      'Share of maxmemory',
      'Memory used by what Redis may use; nothing is drawn without a limit. At 100 % keys are evicted or writes refused.',
    )
      .query(
        m.redis_memory_used_bytes
          .div(m.redis_memory_max_bytes.gt(0))
          .max()
          .legend('Share of maxmemory'),
      )
      .unit('percentunit')
      .min(0)
      .max(1)
      .thresholds({ warning: 0.8, critical: 0.95 }),
    commands: timeseries(
      'Commands',
      'Commands processed per second. A jump without more traffic: a loop, or a cache that is asked twice.',
    )
      .query(calls.rate().sum().legend('Commands'))
      .unit('ops')
      .min(0),
    commandLatency: timeseries(
      'Command latency',
      'Mean time of a command, of the five slowest commands, and p95 where Redis is 7 or later. Look at `SLOWLOG GET`.',
    )
      .query(
        time.rate().sum().div(calls.rate().sum().gt(0)).legend('Mean'),
        // Microseconds: the only metric of the exporter that is not in seconds.
        m.redis_commands_latencies_usec.quantile(0.95).div(1e6).legend('p95'),
        time.rate().sumBy('cmd').div(calls.rate().sumBy('cmd').gt(0)).topk(5).legend('{{cmd}}'),
      )
      .unit('s')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
    hitRatio: timeseries(
      'Hit ratio',
      'Share of lookups that found their key. It falls after a restart or an eviction, and with a key that is never set.',
    )
      .query(hits.div(hits.add(misses).gt(0)).legend('Hit ratio'))
      .unit('percentunit')
      .min(0)
      .max(1)
      .thresholds(below({ critical: 0.8 })),
    keyspace: timeseries(
      'Keys',
      'Keys by database, and those with a time to live. Keys without one that only grow in number will fill the memory.',
    )
      .query(
        m.redis_db_keys.sumBy('db').legend('{{db}}'),
        m.redis_db_keys_expiring.sumBy('db').legend('{{db}} expiring'),
      )
      .unit('short')
      .min(0)
      .options({ legend: LEGEND_TABLE }),
    evictions: timeseries(
      'Evicted and expired keys',
      'Keys removed per second. Evicted ones were thrown away because memory was full: raise maxmemory or store less.',
    )
      .query(
        m.redis_evicted_keys_total.rate().sum().legend('Evicted'),
        m.redis_expired_keys_total.rate().sum().legend('Expired'),
      )
      .unit('ops')
      .min(0),
  };
}
