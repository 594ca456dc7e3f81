import { byName, dashboard, row, timeseries } from '../../lib/index.ts';
import { m } from '../../systems/fluxbase/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { frame } from './parts/frame.ts';

const logins = row('Logins', [
  timeseries(
    'Logins',
    'Attempts by outcome. Failures far above successes: somebody guesses passwords, or a provider is down.',
  )
    .query(m.fluxbase_auth_attempts_total.rate().sumBy('result').mul(60).legend('{{result}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('success'), { color: 'green' })
    .override(byName('failure'), { color: 'red' }),
  timeseries(
    'Logins by method',
    'Successes by method. One that falls to zero while the others go on: its provider, or its configuration.',
  )
    .query(m.fluxbase_auth_success_total.rate().sumBy('method').mul(60).legend('{{method}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Refused logins',
    'Failures by why. Wrong passwords are normal; another reason that begins with a deploy is not.',
  )
    .query(m.fluxbase_auth_failure_total.rate().sumBy('reason').mul(60).legend('{{reason}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Tokens and limits',
    'Tokens given out by type, and requests refused because a caller sent too many. Refusals that stay: raise the limit or block the caller.',
  )
    .query(
      m.fluxbase_auth_tokens_issued_total
        .rate()
        .sumBy('token_type')
        .mul(60)
        .legend('Tokens {{token_type}}'),
      // Without the caller, of whom there is no end.
      m.fluxbase_rate_limit_hits_total
        .rate()
        .sumBy('limiter_type')
        .mul(60)
        .legend('Limited {{limiter_type}}'),
    )
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

const realtime = row('Realtime', [
  timeseries(
    'Realtime connections',
    'WebSocket connections, channels and subscriptions. All fall at once: the application restarted, and clients come back.',
  )
    .query(
      m.fluxbase_realtime_connections.sum().legend('Connections'),
      m.fluxbase_realtime_channels.sum().legend('Channels'),
      m.fluxbase_realtime_subscriptions.sum().legend('Subscriptions'),
    )
    .unit('short')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Realtime messages',
    'Messages sent per second by type of channel. None with connections open: changes do not arrive from PostgreSQL.',
  )
    .query(
      m.fluxbase_realtime_messages_total.rate().sumBy('channel_type').legend('{{channel_type}}'),
    )
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Realtime connection errors',
    'Connections that failed or broke, by kind. Together with restarts of NGINX they are normal.',
  )
    .query(
      m.fluxbase_realtime_connection_errors_total
        .rate()
        .sumBy('error_type')
        .mul(60)
        .legend('{{error_type}}'),
    )
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

const operations = m.fluxbase_storage_operations_total;

const storage = row('Storage', [
  timeseries(
    'Storage operations',
    'Operations by outcome, as the application sees them. Errors: compare with the S3 error share on Infrastructure.',
  )
    .query(operations.rate().sumBy('status').legend('{{status}}'))
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('success'), { color: 'green' })
    .override(byName('error'), { color: 'red' }),
  timeseries(
    'Storage error share',
    'Share of operations that fail. Nothing is drawn while nobody stores or loads anything.',
  )
    .query(
      operations
        .where({ status: 'error' })
        .rate()
        .sum()
        .orZero()
        .div(operations.rate().sum().gt(0))
        .legend('Error share'),
    )
    .unit('percentunit')
    .min(0)
    .thresholds({ warning: 0.01, critical: 0.05 }),
  timeseries(
    'Storage duration p95',
    'By operation. Slow uploads alone: the network of the clients. All of them: MinIO or its disk.',
  )
    .query(
      m.fluxbase_storage_operation_duration_seconds
        .quantile(0.95, { by: ['operation'] })
        .legend('{{operation}}'),
    )
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries('Storage throughput', 'Bytes per second, by operation: what the network has to carry.')
    .query(m.fluxbase_storage_bytes_total.rate().sumBy('operation').legend('{{operation}}'))
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

const queryDuration = m.fluxbase_db_query_duration_seconds;

const database = row('Database access', [
  timeseries(
    'Queries',
    'Queries per second that the application sends, by kind. They rise faster than requests: one request asks too often.',
  )
    .query(m.fluxbase_db_queries_total.rate().sumBy('operation').legend('{{operation}}'))
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Query duration',
    'As the application sees it, waiting for a connection included. Slow here and fast in PostgreSQL: the pool is too small.',
  )
    .query(
      queryDuration.quantile(0.5).legend('p50'),
      queryDuration.quantile(0.95).legend('p95'),
      queryDuration.quantile(0.99).legend('p99'),
    )
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
  timeseries(
    'Query duration by table',
    'p95 of the ten slowest tables. `EXPLAIN (ANALYZE)` of the query that the endpoint makes says which index it lacks.',
  )
    .query(
      queryDuration
        .quantile(0.95, { by: ['table'] })
        .topk(10)
        .legend('{{table}}'),
    )
    .unit('s')
    .min(0)
    .options({ legend: LEGEND_TABLE }),
]);

export default dashboard({
  ...frame,
  uid: 'fluxbase-services',
  title: 'Fluxbase - Services',
  description:
    'What Fluxbase offers to applications: logins, realtime, storage, tables. Which of them is it that does not work.',
  rows: [logins, realtime, storage, database],
});
