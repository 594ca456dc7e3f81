import { paymentCallbackFailure } from '../../alerts/love-parser/production/payments.ts';
import { below, byName, dashboard, row, stat, timeseries } from '../../lib/index.ts';
import { m } from '../../systems/love-parser/index.ts';
import { LEGEND_TABLE } from '../shared/legend-table.ts';
import { frame } from './parts/frame.ts';

const payments = m.payment_events_total;
const sent = m.broadcast_sent_total;
const failed = m.broadcast_failed_total;
const segments = m.audience_segments_total;

const money = row(
  'Payments',
  [
    stat(
      'Payment success rate',
      'Share of the payments with an outcome that were completed, in the time range. Those that are begun have none yet. Below 90 %: look at the webhook log at once.',
    )
      .query(
        payments
          .where({ status: 'completed' })
          .increase('$__range')
          .sum()
          .orZero()
          .div(
            payments
              .where({ status: ['completed', 'failed'] })
              .increase('$__range')
              .sum()
              .gt(0),
          )
          .legend('Payment success'),
      )
      .thresholds(below({ warning: 0.98, critical: 0.9 }))
      .noValue('no payments'),
    stat(
      'Failed callbacks, 15 minutes',
      'What the alert on payment callbacks watches: failures of the last quarter of an hour, the very first one included. Any is one too many.',
    )
      .alert(paymentCallbackFailure, '{{provider}}')
      .instant()
      .thresholds({ critical: 0.001 })
      .decimals(0)
      .noValue('none')
      .mayBeEmpty('It shows what fires.'),
    stat(
      'Payments in range',
      'Payments by what became of them, in the time range: many pending ones and no completed one means that callbacks do not arrive.',
    )
      .query(payments.increase('$__range').sumBy('status').legend('Payments {{status}}'))
      .decimals(0)
      .color('blue')
      .noValue('none')
      .override(byName('Payments completed'), { color: 'green' })
      .override(byName('Payments failed'), { color: 'red' })
      .width(8),
    stat('Active subscriptions', 'Subscriptions that are paid and not expired.')
      .query(m.subscription_active_count.max().legend('Active subscriptions'))
      .decimals(0)
      .color('blue'),
  ],
  { height: 5 },
);

const totals = row(
  'Business counters in range',
  [
    stat('Broadcasts sent', 'Messages of broadcasts that were sent, in the time range.')
      .query(sent.increase('$__range').sum().legend('Broadcasts sent'))
      .color('green'),
    stat(
      'Broadcasts failed',
      'Messages of broadcasts that failed, in the time range. Compare with those sent: some accounts always refuse.',
    )
      .query(failed.increase('$__range').sum().legend('Broadcasts failed'))
      .decimals(0)
      .thresholds({ warning: 1 }),
    stat('Parsing done', 'Parsing jobs that were completed, in the time range.')
      .query(
        m.parsing_jobs_total
          .where({ status: 'completed' })
          .increase('$__range')
          .sum()
          .orZero()
          .legend('Parsing done'),
      )
      .color('green'),
    stat('Audience segments', 'Segments that were built, by result, in the time range.')
      .query(segments.increase('$__range').sumBy('status').legend('Segments {{status}}'))
      .decimals(0)
      .color('green')
      .noValue('none')
      .override(byName('Segments failed'), { color: 'red' })
      .width(8),
  ],
  { height: 4 },
);

const paymentsOverTime = row(
  'Payments over time',
  [
    timeseries(
      'Payments per hour',
      'Payments of the last hour by what became of them, at each moment. Pending without completed: callbacks do not arrive.',
    )
      .query(payments.increase('1h').sumBy('status').legend('{{status}}'))
      .unit('short')
      .min(0)
      .options({ legend: LEGEND_TABLE, interpolation: 'stepAfter' })
      .override(byName('completed'), { color: 'green' })
      .override(byName('failed'), { color: 'red' })
      .override(byName('pending'), { color: 'blue' }),
  ],
  { height: 8 },
);

const broadcasts = row('Broadcasts', [
  timeseries(
    'Broadcast messages per minute',
    'Messages sent and failed. Failures that rise while sending goes on: Telegram limits or refuses accounts.',
  )
    .query(sent.rate().sum().mul(60).legend('Sent'), failed.rate().sum().mul(60).legend('Failed'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('Sent'), { color: 'green' })
    .override(byName('Failed'), { color: 'red' }),
  timeseries(
    'Failed share of broadcast messages',
    'Of all messages that a broadcast tried. Nothing is drawn while no broadcast runs.',
  )
    .query(
      failed
        .rate()
        .sum()
        .div(sent.rate().sum().add(failed.rate().sum()).gt(0))
        .legend('Failed share'),
    )
    .min(0)
    .max(1)
    .thresholds({ warning: 0.05, critical: 0.2 }),
]);

const work = row('Parsing and segments', [
  timeseries(
    'Parsing jobs per minute',
    'Parsing jobs by result. Failures point to Telegram: see its calls and errors in Backend Observability.',
  )
    .query(m.parsing_jobs_total.rate().sumBy('status').mul(60).legend('{{status}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('completed'), { color: 'green' })
    .override(byName('failed'), { color: 'red' }),
  timeseries(
    'Audience segments per minute',
    'Segments that became ready and those that failed. Failures point to the database.',
  )
    .query(segments.rate().sumBy('status').mul(60).legend('{{status}}'))
    .unit('cpm')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byName('ready'), { color: 'green' })
    .override(byName('failed'), { color: 'red' }),
]);

export default dashboard({
  ...frame,
  uid: 'love-application',
  title: 'Application KPIs',
  description:
    'What the business sees: payments, broadcasts, parsing and segments. Money first, then the work that it pays for.',
  time: '24h',
  rows: [money, totals, paymentsOverTime, broadcasts, work],
});
