import { highErrorRate } from '../../../alerts/zander/ingestion/messages.ts';
import { byRegex, row, timeseries } from '../../../lib/index.ts';
import { m } from '../../../systems/zander/index.ts';
import { LEGEND_TABLE } from '../../shared/legend-table.ts';
import { user } from './variables.ts';

const { messages_received_total, messages_processed_total, messages_failed_total } = m;

/** What comes in, what is done with it, what goes wrong. */
export const messages = row('Messages', [
  timeseries(
    'Message throughput',
    'Messages received and processed per second, by type. A gap between the two: they fail, or wait; look at the failures and at the database.',
  )
    .query(
      messages_received_total.rate().sumBy('message_type').legend('{{message_type}} received'),
      messages_processed_total.rate().sumBy('message_type').legend('{{message_type}} processed'),
    )
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byRegex('/processed$/'), { lineStyle: 'dash' })
    .width(12),
  timeseries(
    'Failures by type',
    'Messages per second whose handler raised, by type and class of the exception. The class says where to look: the content of messages, or the database and Redis.',
  )
    .query(
      messages_failed_total
        .rate()
        .sumBy('message_type', 'error_type')
        .legend('{{message_type}} / {{error_type}}'),
    )
    .unit('ops')
    .min(0)
    .thresholds({ critical: 0.01 })
    .noValue('no failure yet')
    .options({ legend: LEGEND_TABLE })
    .width(12),
  timeseries(
    'Failure ratio by message type',
    'Share of received messages that failed: now, and over the five minutes that the alert watches, with its limit. No line without traffic or before the first failure.',
  )
    .query(
      messages_failed_total
        .rate()
        .sumBy('message_type')
        .div(messages_received_total.rate().sumBy('message_type').gt(0))
        .legend('{{message_type}}'),
    )
    .alert(highErrorRate, '{{message_type}} over 5m')
    .unit('percentunit')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .override(byRegex('/ over 5m$/'), { lineStyle: 'dash' })
    .width(12),
  timeseries(
    'Received by user',
    'The ten users who send most, of those chosen above. One far above the others: its relay sends too fast, or everything again.',
  )
    .query(
      messages_received_total
        .where({ user_id: user })
        .rate()
        .sumBy('user_id')
        .topk(10)
        .legend('{{user_id}}'),
    )
    .unit('ops')
    .min(0)
    .options({ legend: LEGEND_TABLE })
    .width(12),
]);
