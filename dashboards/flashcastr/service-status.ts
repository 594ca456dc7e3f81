import { circuitBreakerOpen, consecutiveFailures } from '../../alerts/flashcastr/consumer.ts';
import { apiErrorRatioHigh } from '../../alerts/flashcastr/producer.ts';
import { byName, dashboard, linkTo, row, stat, timeseries, valueMapping } from '../../lib/index.ts';
import { m } from '../../systems/flashcastr/index.ts';
import { UP_OR_DOWN } from '../shared/up-or-down.ts';

const calls = m.invaders_bot_api_calls_total;
const failedCalls = calls.where({ result: 'error' });

const producerUptime = m.invaders_bot_uptime_seconds.max();
const consumerUptime = m.invaders_consumer_uptime_seconds.max();

const targetsUp = stat(
  'Targets up',
  'Whether Prometheus can scrape each service. DOWN explains every empty panel below.',
)
  .query(m.up.maxBy('job').legend('{{job}}'))
  .unit('none')
  .mappings(UP_OR_DOWN)
  .options({ colorMode: 'background', graphMode: 'none' });

const breaker = stat(
  'Circuit breaker',
  'The breaker in front of IPFS. OPEN: uploads are refused and flashes pile up in the queue.',
)
  .alert(circuitBreakerOpen, 'Breaker')
  .unit('none')
  .mappings(
    valueMapping({ 0: { text: 'CLOSED', color: 'green' }, 1: { text: 'OPEN', color: 'red' } }),
  )
  .thresholds({ critical: 1 })
  .options({ colorMode: 'background', graphMode: 'none' });

const failureStreak = stat(
  'Consecutive failures',
  'Failures of the consumer in a row, of its worst kind. At five, and for long, somebody should look.',
)
  .alert(consecutiveFailures, 'Consecutive failures')
  .thresholds({ warning: 3, critical: 5 });

const unchangedSyncs = stat(
  'Unchanged syncs',
  'Syncs in a row that found no new flash. Normal at night; by day the API or the parser may be at fault.',
)
  .query(m.invaders_bot_consecutive_unchanged_syncs.max().legend('Unchanged syncs'))
  .thresholds({ warning: 5, critical: 10 });

const health = row(
  'Health',
  [
    targetsUp.width(6),
    breaker.width(6),
    failureStreak.width(6),
    unchangedSyncs.width(6),
    stat('Producer uptime', 'Time since the producer started; small after a crash or a deploy.')
      .query(producerUptime.legend('Producer uptime'))
      .color('green')
      .width(12),
    stat('Consumer uptime', 'Time since the consumer started; small after a crash or a deploy.')
      .query(consumerUptime.legend('Consumer uptime'))
      .color('green')
      .width(12),
  ],
  { height: 4 },
);

/** A gauge that was never set is 0, which would read "56 years ago": it is left out. */
const activity = row(
  'Last activity',
  [
    stat('Last sync', 'When the producer last found new flashes. Hours are normal at night.')
      .query(m.invaders_bot_last_sync_timestamp.gt(0).max().mul(1000).legend('Last sync'))
      .unit('dateTimeFromNow')
      .color('blue')
      .noValue('never')
      .options({ graphMode: 'none' }),
    stat('Last API call', 'When the producer last called the Space Invaders API, good or bad.')
      .query(m.invaders_bot_last_api_call_timestamp.gt(0).max().mul(1000).legend('Last API call'))
      .unit('dateTimeFromNow')
      .color('blue')
      .noValue('never')
      .options({ graphMode: 'none' }),
    stat(
      'Last processed',
      'When the consumer last finished a flash. Old while the queue is not empty: it stalls.',
    )
      .query(
        m.invaders_consumer_last_processed_timestamp.gt(0).max().mul(1000).legend('Last processed'),
      )
      .unit('dateTimeFromNow')
      .color('blue')
      .noValue('never')
      .options({ graphMode: 'none' }),
  ],
  { height: 4 },
);

/** The increase over the range that the dashboard shows: a raw counter would fall to 0 at a restart. */
const errorTotals = row(
  'Errors in the time range',
  [
    stat('API errors', 'Calls to the Space Invaders API that failed, in the time range shown.')
      .query(failedCalls.increase('$__range').sum().orZero().legend('API errors'))
      .decimals(0)
      .thresholds({ critical: 1 }),
    stat('Failed flashes', 'Flashes whose processing failed, in the time range shown.')
      .query(
        m.invaders_consumer_flashes_failed_total
          .increase('$__range')
          .sum()
          .legend('Failed flashes'),
      )
      .decimals(0)
      .thresholds({ critical: 1 }),
    stat('IPFS failures', 'Image pins that failed, in the time range shown.')
      .query(
        m.invaders_consumer_ipfs_failures_total.increase('$__range').sum().legend('IPFS failures'),
      )
      .decimals(0)
      .thresholds({ critical: 1 }),
    stat('Messages failed', 'Publishes that RabbitMQ did not accept, in the time range shown.')
      .query(
        m.invaders_bot_messages_failed_total.increase('$__range').sum().legend('Messages failed'),
      )
      .decimals(0)
      .thresholds({ critical: 1 }),
  ],
  { height: 4 },
);

const failures = row('Failures', [
  timeseries(
    'API calls per minute',
    'Calls to the Space Invaders API by result. Syncs are minutes apart, so the window is five minutes or more.',
  )
    .query(calls.rate().sumBy('result').mul(60).legend('{{result}}'))
    .unit('cpm')
    .minInterval('5m')
    .min(0)
    .override(byName('success'), { color: 'green' })
    .override(byName('error'), { color: 'red' }),
  timeseries(
    'API error ratio',
    'Share of calls that failed. Nothing is drawn without traffic; with traffic and no error it is 0.',
  )
    .query(failedCalls.rate().sum().orZero().div(calls.rate().sum().gt(0)).legend('Error ratio'))
    .minInterval('5m')
    .min(0)
    .max(1)
    .thresholds({ warning: 0.05, critical: 0.2 }),
  timeseries('API error ratio, 15 minutes', 'What the alert on API errors watches, with its limit.')
    .alert(apiErrorRatioHigh, 'Error ratio, 15 minutes')
    .min(0)
    .max(1),
  timeseries(
    'Consumer failures per minute',
    'Flashes and image pins that failed. IPFS failures that flash failures follow point to IPFS.',
  )
    .query(
      m.invaders_consumer_flashes_failed_total.rate().sum().mul(60).legend('Flash failures'),
      m.invaders_consumer_ipfs_failures_total.rate().sum().mul(60).legend('IPFS failures'),
    )
    .min(0),
]);

const process = row('Process', [
  timeseries('Heap used', 'Memory of the JavaScript heap. A slope over days is a leak.')
    .query(
      m.invaders_bot_memory_bytes.where({ type: 'heap_used' }).sumBy('job').legend('Producer'),
      m.invaders_consumer_memory_bytes.where({ type: 'heap_used' }).sumBy('job').legend('Consumer'),
    )
    .min(0),
  timeseries('Resident memory', 'Memory of the process as the kernel counts it (RSS).')
    .query(
      m.invaders_bot_memory_bytes.where({ type: 'rss' }).sumBy('job').legend('Producer'),
      m.invaders_consumer_memory_bytes.where({ type: 'rss' }).sumBy('job').legend('Consumer'),
    )
    .min(0),
  timeseries('Uptime history', 'A saw-tooth: every drop to zero is a restart.')
    .query(producerUptime.legend('Producer'), consumerUptime.legend('Consumer'))
    .min(0),
]);

export default dashboard({
  uid: 'flashcastr-service-status',
  title: 'Service Status',
  description:
    'Are producer and consumer up, is anything moving, and what fails. Read from top to bottom.',
  tags: ['flashcastr', 'invaders', 'status'],
  refresh: '30s',
  time: '6h',
  cursor: 'crosshair',
  links: [linkTo('flashcastr-flashes', 'Flashes Processing')],
  rows: [health, activity, errorTotals, failures, process],
});
