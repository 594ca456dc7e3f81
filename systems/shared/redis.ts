import { any, type MetricSpecs } from '../../lib/index.ts';

const COMMAND = { cmd: any } as const;
const KEYSPACE = { db: any } as const;

/** redis_exporter: clients, memory, commands and keys of a Redis server. */
export const REDIS = {
  redis_up: {
    kind: 'gauge',
    unit: 'state',
    range: [0, 1],
    help: 'Whether the exporter reached Redis: 1 yes, 0 no.',
  },
  redis_instance_info: {
    kind: 'info',
    help: 'Version and role of the server.',
    labels: {
      role: ['master', 'slave'],
      redis_version: any,
      redis_build_id: any,
      redis_mode: any,
      os: any,
      maxmemory_policy: any,
      tcp_port: any,
      run_id: any,
      process_id: any,
    },
  },
  redis_connected_clients: {
    kind: 'gauge',
    unit: 'clients',
    help: 'Connections of clients.',
  },
  redis_blocked_clients: {
    kind: 'gauge',
    unit: 'clients',
    help: 'Clients that wait in a blocking call, such as BLPOP.',
  },
  redis_max_clients: {
    kind: 'gauge',
    unit: 'clients',
    help: 'Most connections that Redis accepts.',
    since: '1.68',
  },
  redis_config_maxclients: {
    kind: 'gauge',
    unit: 'clients',
    help: 'Most connections that Redis accepts, from its configuration; absent where CONFIG is forbidden.',
    optional: true,
  },
  redis_memory_used_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    help: 'Memory that Redis allocated for its data and itself.',
  },
  redis_memory_used_rss_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    help: 'Memory of the process as the kernel counts it.',
  },
  redis_memory_used_peak_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    help: 'Most memory that was ever allocated.',
  },
  redis_memory_max_bytes: {
    kind: 'gauge',
    unit: 'bytes',
    help: 'Limit of the memory; 0 without one.',
  },
  redis_mem_fragmentation_ratio: {
    kind: 'gauge',
    unit: 'ratio',
    help: 'Memory of the process by memory allocated: above 1.5 is waste, below 1 is swap.',
  },
  redis_commands_processed_total: {
    kind: 'counter',
    unit: 'commands',
    help: 'Commands processed.',
  },
  redis_commands_total: {
    kind: 'counter',
    unit: 'commands',
    help: 'Commands processed, by command.',
    labels: COMMAND,
  },
  redis_commands_duration_seconds_total: {
    kind: 'counter',
    unit: 'seconds',
    help: 'Time spent on commands, by command.',
    labels: COMMAND,
  },
  redis_commands_failed_calls_total: {
    kind: 'counter',
    unit: 'commands',
    help: 'Commands that failed while they ran. Redis 6.2 and later.',
    labels: COMMAND,
    optional: true,
  },
  redis_commands_rejected_calls_total: {
    kind: 'counter',
    unit: 'commands',
    help: 'Commands refused before they ran. Redis 6.2 and later.',
    labels: COMMAND,
    optional: true,
  },
  // The server chooses the buckets: doubling from 1 µs to a second, and only those that hold something.
  redis_commands_latencies_usec: {
    kind: 'histogram',
    unit: 'microseconds',
    help: 'Time that commands took, by command, in microseconds. Redis 7 and later.',
    labels: COMMAND,
    since: '1.48',
    optional: true,
  },
  redis_keyspace_hits_total: {
    kind: 'counter',
    unit: 'lookups',
    help: 'Lookups of a key that was there.',
  },
  redis_keyspace_misses_total: {
    kind: 'counter',
    unit: 'lookups',
    help: 'Lookups of a key that was not there.',
  },
  redis_evicted_keys_total: {
    kind: 'counter',
    unit: 'keys',
    help: 'Keys thrown away because memory was full.',
  },
  redis_expired_keys_total: {
    kind: 'counter',
    unit: 'keys',
    help: 'Keys whose time had come.',
  },
  redis_db_keys: {
    kind: 'gauge',
    unit: 'keys',
    help: 'Keys, by database.',
    labels: KEYSPACE,
  },
  redis_db_keys_expiring: {
    kind: 'gauge',
    unit: 'keys',
    help: 'Keys with a time to live, by database.',
    labels: KEYSPACE,
  },
  // Only of databases with keys.
  redis_db_avg_ttl_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Mean time to live of the keys that have one.',
    labels: KEYSPACE,
    optional: true,
  },
  redis_connections_received_total: {
    kind: 'counter',
    unit: 'connections',
    help: 'Connections accepted.',
  },
  redis_rejected_connections_total: {
    kind: 'counter',
    unit: 'connections',
    help: 'Connections refused because there were too many.',
  },
  redis_net_input_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes received.',
  },
  redis_net_output_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes sent.',
  },
  redis_slowlog_length: {
    kind: 'gauge',
    unit: 'commands',
    help: 'Slow commands that Redis remembers; it forgets the oldest.',
  },
  redis_last_slow_execution_duration_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Duration of the latest slow command.',
  },
  redis_uptime_in_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the process.',
  },
  redis_start_time_seconds: {
    kind: 'gauge',
    unit: 'timestamp',
    help: 'When the process started.',
  },
  redis_exporter_last_scrape_error: {
    kind: 'gauge',
    unit: 'state',
    range: [0, 1],
    help: 'Whether asking Redis failed at the last scrape; the error is in a label.',
    labels: { err: any },
  },
} as const satisfies MetricSpecs;
