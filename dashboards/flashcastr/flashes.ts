import { queueBacklog } from '../../alerts/flashcastr/consumer.ts';
import { castsFailing } from '../../alerts/flashcastr/producer.ts';
import { byName, dashboard, linkTo, row, stat, timeseries } from '../../lib/index.ts';
import { m } from '../../systems/flashcastr/index.ts';

const QUANTILES = [
  [0.5, 'p50'],
  [0.9, 'p90'],
  [0.99, 'p99'],
] as const;

const totals = row(
  'In the time range',
  [
    stat('New flashes', 'Flashes that the producer had not seen before, in the time range shown.')
      .query(m.invaders_bot_flashes_new_total.increase('$__range').sum().legend('New flashes'))
      .color('green'),
    stat(
      'Flashes processed',
      'Flashes that the consumer finished. Close to the new ones when all is well.',
    )
      .query(
        m.invaders_consumer_flashes_processed_total
          .increase('$__range')
          .sum()
          .legend('Flashes processed'),
      )
      .color('green'),
    stat('IPFS uploads', 'Images pinned, in the time range shown.')
      .query(
        m.invaders_consumer_ipfs_uploads_total.increase('$__range').sum().legend('IPFS uploads'),
      )
      .color('green'),
    stat('Flash count of the API', 'The total that the Space Invaders API reported last.')
      .query(m.invaders_bot_last_flash_count.max().legend('Flash count'))
      .color('blue'),
  ],
  { height: 4 },
);

const queue = row('Queue', [
  stat('Queue depth now', 'Messages that wait in RabbitMQ for the consumer.')
    .query(m.invaders_consumer_queue_depth.max().legend('Queue depth'))
    .thresholds({ warning: 100, critical: 1000 })
    .width(4),
  timeseries(
    'Queue depth',
    'Messages that wait, and the least of the last 15 minutes, which the backlog alert watches.',
  )
    .query(m.invaders_consumer_queue_depth.max().legend('Queue depth'))
    .alert(queueBacklog, 'Least in 15 minutes')
    .min(0)
    .width(10),
  timeseries(
    'Pipeline balance, 1 hour',
    'New flashes less processed ones over the last hour. Above zero for long: a backlog forms.',
  )
    .query(
      m.invaders_bot_flashes_new_total
        .increase('1h')
        .sum()
        .sub(m.invaders_consumer_flashes_processed_total.increase('1h').sum())
        .legend('New minus processed'),
    )
    .width(10),
]);

const rates = row('Rates per minute', [
  timeseries('New flashes per minute', 'How fast new flashes come in. Syncs are minutes apart.')
    .query(m.invaders_bot_flashes_new_total.rate().sum().mul(60).legend('New flashes'))
    .minInterval('5m')
    .min(0),
  timeseries('Flashes processed per minute', 'How fast the consumer finishes flashes.')
    .query(m.invaders_consumer_flashes_processed_total.rate().sum().mul(60).legend('Processed'))
    .min(0),
  timeseries('IPFS uploads per minute', 'How fast images are pinned.')
    .query(m.invaders_consumer_ipfs_uploads_total.rate().sum().mul(60).legend('Uploads'))
    .min(0),
]);

const durations = row('Syncs and processing', [
  timeseries(
    'Sync duration',
    'Wall time of one sync of the producer: p50, p90 and p99. Slow syncs point to the API.',
  )
    .queries(
      QUANTILES.map(([q, name]) => m.invaders_bot_sync_duration_seconds.quantile(q).legend(name)),
    )
    .minInterval('5m')
    .min(0),
  timeseries(
    'Processing duration',
    'Time to process one flash: p50, p90 and p99. Slow processing points to IPFS or PostgreSQL.',
  )
    .queries(
      QUANTILES.map(([q, name]) =>
        m.invaders_consumer_processing_duration_seconds.quantile(q).legend(name),
      ),
    )
    .min(0),
  timeseries(
    'Sync skips per minute',
    'Sync runs that did nothing, by reason: nothing changed, backing off after errors, or off-peak hours.',
  )
    .query(m.invaders_bot_sync_skipped_total.rate().sumBy('reason').mul(60).legend('{{reason}}'))
    .minInterval('5m')
    .min(0)
    .options({ stack: 'normal', fill: 30 })
    .override(byName('backoff'), { color: 'red' })
    .override(byName('no_changes'), { color: 'green' })
    .override(byName('off_peak_hours'), { color: 'blue' }),
]);

const publishing = row(
  'Publishing in the time range',
  [
    stat('Messages published', 'Messages that RabbitMQ accepted, in the time range shown.')
      .query(
        m.invaders_bot_messages_published_total
          .increase('$__range')
          .sum()
          .legend('Messages published'),
      )
      .color('green'),
    stat('Messages failed', 'Publishes that RabbitMQ did not accept, in the time range shown.')
      .query(
        m.invaders_bot_messages_failed_total.increase('$__range').sum().legend('Messages failed'),
      )
      .decimals(0)
      .thresholds({ critical: 1 }),
    stat('Casts published', 'Casts posted to Farcaster, in the time range shown.')
      .query(
        m.invaders_bot_casts_published_total.increase('$__range').sum().legend('Casts published'),
      )
      .color('green'),
    stat('Casts failed', 'Casts that could not be posted, in the time range shown.')
      .query(m.invaders_bot_casts_failed_total.increase('$__range').sum().legend('Casts failed'))
      .decimals(0)
      .thresholds({ critical: 1 }),
  ],
  { height: 4 },
);

const casts = row('Farcaster', [
  timeseries('Casts per minute', 'Casts posted to Farcaster, and those that failed.')
    .query(
      m.invaders_bot_casts_published_total.rate().sum().mul(60).legend('Published'),
      m.invaders_bot_casts_failed_total.rate().sum().mul(60).legend('Failed'),
    )
    .minInterval('5m')
    .min(0)
    .override(byName('Published'), { color: 'green' })
    .override(byName('Failed'), { color: 'red' }),
  timeseries('Casts failed, 30 minutes', 'What the alert on failing casts watches, with its limit.')
    .alert(castsFailing, 'Failed in 30 minutes')
    .min(0),
]);

export default dashboard({
  uid: 'flashcastr-flashes',
  title: 'Flashes Processing',
  description:
    'The way of a flash: found by the producer, queued, pinned to IPFS by the consumer, cast on Farcaster.',
  tags: ['flashcastr', 'invaders', 'flashes'],
  refresh: '30s',
  time: '6h',
  cursor: 'crosshair',
  links: [linkTo('flashcastr-service-status', 'Service Status')],
  rows: [totals, queue, rates, durations, publishing, casts],
});
