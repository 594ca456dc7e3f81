import { any, type MetricSpecs } from '../../lib/index.ts';

const QUERY = { operation: any, table: any } as const;
const STORAGE = { operation: any, bucket: any } as const;

/** What the application says about its own database access, realtime, storage, logins and limits. */
export const FEATURES = {
  fluxbase_db_queries_total: {
    kind: 'counter',
    unit: 'queries',
    help: 'Queries that the application sent to PostgreSQL.',
    labels: QUERY,
    optional: true,
  },
  fluxbase_db_query_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time that these queries took, as the application saw it.',
    labels: QUERY,
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    optional: true,
  },
  // Nothing in the application sets these three: they are 0 however many connections there are.
  fluxbase_db_connections: {
    kind: 'gauge',
    unit: 'connections',
    help: 'Meant for the size of the connection pool.',
    deprecated: 'always 0: use pg_stat_database_numbackends',
  },
  fluxbase_db_connections_idle: {
    kind: 'gauge',
    unit: 'connections',
    help: 'Meant for the idle connections of the pool.',
    deprecated: 'always 0: use pg_stat_activity_count',
  },
  fluxbase_db_connections_max: {
    kind: 'gauge',
    unit: 'connections',
    help: 'Meant for the most connections that the pool may have.',
    deprecated: 'always 0: use pg_settings_max_connections',
  },
  fluxbase_realtime_connections: {
    kind: 'gauge',
    unit: 'connections',
    help: 'WebSocket connections.',
  },
  fluxbase_realtime_channels: {
    kind: 'gauge',
    unit: 'channels',
    help: 'Realtime channels with a subscriber.',
  },
  fluxbase_realtime_subscriptions: {
    kind: 'gauge',
    unit: 'subscriptions',
    help: 'Subscriptions to these channels.',
  },
  fluxbase_realtime_messages_total: {
    kind: 'counter',
    unit: 'messages',
    help: 'Realtime messages sent to subscribers.',
    labels: { channel_type: any },
    optional: true,
  },
  fluxbase_realtime_connection_errors_total: {
    kind: 'counter',
    unit: 'errors',
    help: 'WebSocket connections that failed or broke.',
    labels: { error_type: any },
    optional: true,
  },
  fluxbase_storage_bytes_total: {
    kind: 'counter',
    unit: 'bytes',
    help: 'Bytes that storage operations moved.',
    labels: STORAGE,
    optional: true,
  },
  fluxbase_storage_operations_total: {
    kind: 'counter',
    unit: 'operations',
    help: 'Storage operations, by outcome.',
    labels: { ...STORAGE, status: ['success', 'error'] },
    optional: true,
  },
  fluxbase_storage_operation_duration_seconds: {
    kind: 'histogram',
    unit: 'seconds',
    help: 'Time that a storage operation took.',
    labels: STORAGE,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    optional: true,
  },
  fluxbase_auth_attempts_total: {
    kind: 'counter',
    unit: 'logins',
    help: 'Attempts to log in.',
    labels: { method: any, result: ['success', 'failure'] },
    optional: true,
  },
  fluxbase_auth_success_total: {
    kind: 'counter',
    unit: 'logins',
    help: 'Logins that succeeded.',
    labels: { method: any },
    optional: true,
  },
  fluxbase_auth_failure_total: {
    kind: 'counter',
    unit: 'logins',
    help: 'Logins that were refused, by why.',
    labels: { method: any, reason: any },
    optional: true,
  },
  fluxbase_auth_tokens_issued_total: {
    kind: 'counter',
    unit: 'tokens',
    help: 'Tokens given out.',
    labels: { token_type: any },
    optional: true,
  },
  fluxbase_rate_limit_hits_total: {
    kind: 'counter',
    unit: 'requests',
    help: 'Requests refused because a caller sent too many.',
    labels: { limiter_type: any, identifier: any },
    unbounded: ['identifier'],
    optional: true,
  },
  fluxbase_system_uptime_seconds: {
    kind: 'gauge',
    unit: 'seconds',
    help: 'Age of the process.',
  },
} as const satisfies MetricSpecs;
