import { change, defineWorld, scenario } from '../../lib/index.ts';
import { m } from './metrics.ts';

const breakerOpens = scenario({
  name: 'breaker-opens',
  description: 'IPFS refuses uploads; the consumer opens its circuit breaker, and flashes pile up.',
  changes: [
    change(m.invaders_consumer_ipfs_uploads_total).rate(0),
    change(m.invaders_consumer_flashes_processed_total).rate(0),
    change(m.invaders_consumer_ipfs_failures_total).rate(0.2),
    change(m.invaders_consumer_flashes_failed_total).rate(0.2),
    change(m.invaders_consumer_consecutive_failures.where({ type: 'ipfs' }), { after: '1m' }).set(
      12,
    ),
    change(m.invaders_consumer_circuit_breaker_state, { after: '2m' }).set(1),
    change(m.invaders_consumer_last_processed_timestamp).freeze(),
    change(m.invaders_consumer_queue_depth).grow(0.2),
  ],
  fires: [
    { alert: 'FlashcastrConsecutiveFailures', within: '7m' },
    { alert: 'FlashcastrCircuitBreakerOpen', within: '8m' },
    { alert: 'FlashcastrConsumerStalled', within: '22m' },
    // 0.2 a second are a thousand after 84 minutes, and the window is a quarter of an hour.
    { alert: 'FlashcastrQueueBacklog', within: '110m', labels: { job: 'invaders-consumer' } },
  ],
});

const queueStalls = scenario({
  name: 'queue-stalls',
  description: 'The consumer hangs in one message: it answers, but finishes nothing.',
  changes: [
    change(m.invaders_consumer_flashes_processed_total).rate(0),
    change(m.invaders_consumer_ipfs_uploads_total).rate(0),
    change(m.invaders_consumer_last_processed_timestamp).freeze(),
    change(m.invaders_consumer_queue_depth).grow(0.05),
    change(m.invaders_consumer_queue_depth).add(1),
  ],
  fires: [{ alert: 'FlashcastrConsumerStalled', within: '22m' }],
});

const apiRefuses = scenario({
  name: 'api-refuses',
  description: 'The Space Invaders API answers half of the calls with an error.',
  changes: [change(m.invaders_bot_api_calls_total.where({ result: 'error' })).rate(0.05)],
  fires: [{ alert: 'FlashcastrApiErrorRatioHigh', within: '30m' }],
});

const producerGone = scenario({
  name: 'producer-gone',
  description: 'The producer crashes and is not started again.',
  changes: [change(m.up.where({ job: 'invaders-bot' })).set(0)],
  fires: [{ alert: 'FlashcastrTargetDown', within: '3m', labels: { job: 'invaders-bot' } }],
});

export default defineWorld({
  labels: { type: ['ipfs', 'database'] },
  healthy: [
    change(m.invaders_bot_sync_duration_seconds).rate(1 / 60),
    // Less than one an hour.
    change(m.invaders_bot_casts_failed_total).rate(0.0002),
  ],
  scenarios: [breakerOpens, queueStalls, apiRefuses, producerGone],
});
