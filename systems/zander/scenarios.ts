import { change, defineWorld, scenario } from '../../lib/index.ts';
import { m } from './metrics.ts';

const featuresInvalid = scenario({
  name: 'features-invalid',
  description:
    'A deploy of the edge sends features that the server cannot read: one in twenty fails.',
  changes: [
    change(m.messages_failed_total.where({ message_type: 'features' })).rate(0.6),
    change(m.messages_processed_total.where({ message_type: 'features' })).times(0.95),
  ],
  fires: [{ alert: 'HighErrorRate', within: '9m', labels: { message_type: 'features' } }],
});

const relaysGone = scenario({
  name: 'relays-gone',
  description: 'The network between the edge and the server breaks: no relay is connected.',
  changes: [
    change(m.edge_relay_connections).set(0),
    change(m.messages_received_total).rate(0),
    change(m.messages_processed_total).rate(0),
    change(m.active_sessions).set(0),
    change(m.db_writes_total).rate(0),
    change(m.sample_latency_seconds).rate(0),
  ],
  fires: [{ alert: 'NoConnections', within: '11m' }],
});

const databaseSlow = scenario({
  name: 'database-slow',
  description: 'Writes take minutes of the disk: batches wait, and the buffer of a user fills.',
  changes: [
    change(m.db_write_duration_seconds).latency(120),
    change(m.pending_writes).grow(2),
    change(m.buffer_size.where({ user_id: '19' }), { after: '10m' }).set(990),
  ],
  fires: [
    { alert: 'SlowDatabaseWrites', within: '9m' },
    { alert: 'PendingWritesHigh', within: '15m' },
    { alert: 'BufferFull', within: '13m', labels: { user_id: '19' } },
  ],
});

const serverDown = scenario({
  name: 'server-down',
  description: 'The server crashes: neither of its endpoints answers.',
  changes: [change(m.up).set(0)],
  fires: [
    { alert: 'IngestionDown', within: '3m' },
    { alert: 'CustomMetricsDown', within: '6m' },
    { alert: 'NoConnections', within: '13m' },
  ],
});

export default defineWorld({
  labels: {
    table: ['features', 'raw_samples'],
    sample_type: ['features', 'raw'],
    error_type: ['ValidationError', 'TimeoutError'],
    handler: ['/health', '/sessions', 'none'],
    environment: ['production'],
  },
  scenarios: [featuresInvalid, relaysGone, databaseSlow, serverDown],
});
