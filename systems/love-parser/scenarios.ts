import { change, defineWorld, scenario } from '../../lib/index.ts';
import { m } from './metrics.ts';

const redisDown = scenario({
  name: 'redis-down',
  description: 'Redis runs out of memory and ends; its exporter answers that it cannot reach it.',
  changes: [
    change(m.redis_up).set(0),
    change(m.redis_exporter_last_scrape_error).set(1),
    change(m.redis_connected_clients).absent(),
    change(m.redis_memory_used_bytes).absent(),
    change(m.redis_commands_total).absent(),
    change(m.redis_commands_processed_total).absent(),
    change(m.redis_connections_active).set(0),
    change(m.redis_pool_pending_requests).set(40),
    change(m.job_events_total).rate(0),
  ],
  fires: [{ alert: 'RedisDown', within: '2m', labels: { job: 'redis-exporter' } }],
});

const broadcastStuck = scenario({
  name: 'broadcast-stuck',
  description: 'The worker of broadcasts hangs: jobs wait, and none is finished.',
  changes: [
    change(m.job_queue_last_completed_timestamp.where({ queue: 'broadcast' })).freeze(),
    change(m.job_queue_size.where({ queue: 'broadcast' })).grow(0.02),
    change(m.job_queue_size.where({ queue: 'broadcast' })).add(1),
    change(m.job_events_total.where({ queue: 'broadcast' })).rate(0),
    change(m.broadcast_sent_total).rate(0),
  ],
  fires: [{ alert: 'BroadcastQueueStuck', within: '33m', labels: { queue: 'broadcast' } }],
});

const badDeploy = scenario({
  name: 'bad-deploy',
  description:
    'A deploy breaks a route: a tenth of the requests end in an error, and all are slow.',
  changes: [
    change(m.http_requests_total.where({ status_code: '500' })).add(1.5),
    change(m.http_request_duration_seconds).latency(20),
    change(m.database_connections_active).set(19),
  ],
  fires: [
    { alert: 'HighErrorRate', within: '8m' },
    { alert: 'HighLatency', within: '8m' },
    { alert: 'DatabaseConnectionPoolExhausted', within: '3m' },
  ],
});

const paymentsFail = scenario({
  name: 'payments-fail',
  description: 'The payment provider calls back with failures.',
  changes: [change(m.payment_events_total.where({ status: 'failed' })).rate(0.01)],
  fires: [{ alert: 'PaymentCallbackFailure', within: '10m', labels: { provider: 'robokassa' } }],
});

const hostFull = scenario({
  name: 'host-full',
  description: 'Logs fill the disk of the host, and a query its memory.',
  changes: [
    change(m.node_filesystem_avail_bytes.where({ mountpoint: '/' })).times(0.2),
    change(m.node_memory_MemAvailable_bytes).times(0.15),
  ],
  fires: [
    { alert: 'DiskSpaceRunningLow', within: '11m', labels: { mountpoint: '/' } },
    { alert: 'MemoryUsageHigh', within: '11m' },
  ],
});

export default defineWorld({
  labels: {
    route: ['/api/search', '/api/broadcasts', '/health'],
    method: ['contacts.search', 'messages.send'],
    job_name: ['cleanup-sessions', 'expire-subscriptions'],
    type: ['TCPSocketWrap', 'Timeout'],
  },
  together: [
    [
      { status_code: '200', outcome: 'success' },
      { status_code: '404', outcome: 'client_error' },
      { status_code: '500', outcome: 'error' },
    ],
    // The exporter sees the tables of the database that it is connected to.
    [
      { datname: 'app', schemaname: 'public', relname: 'users' },
      { datname: 'app', schemaname: 'public', relname: 'broadcasts' },
      { datname: 'app', schemaname: 'public', relname: 'payments' },
    ],
    [
      { user: 'app', datname: 'app', queryid: '1742' },
      { user: 'app', datname: 'app', queryid: '9071' },
      { user: 'app', datname: 'app', queryid: '5510' },
    ],
  ],
  healthy: [
    // One that fails is an alert.
    change(m.payment_events_total.where({ status: 'failed' })).rate(0),
    // They are what Bull says at this moment: without a dip to 0 they never are empty.
    change(m.job_queue_size.where({ queue: 'cron' })).set(0),
  ],
  scenarios: [redisDown, broadcastStuck, badDeploy, paymentsFail, hostFull],
});
