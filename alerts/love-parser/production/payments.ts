import { alert, constant, given, missing, rising, type Samples } from '../../../lib/index.ts';
import { m } from '../../../systems/love-parser/index.ts';

const failed = m.payment_events_total.where({ status: 'failed' });
const failures = (samples: Samples) => given(failed, { provider: 'robokassa' }, samples);

export const paymentCallbackFailure = alert({
  name: 'PaymentCallbackFailure',
  // The labelled counter is born at 1, which is no increase: the second branch is for the first failure of all.
  expr: failed
    .increase('15m')
    .sumBy('provider')
    .gt(0)
    .or(failed.raw().unless(failed.offset('15m').raw()).sumBy('provider').gt(0)),
  for: '1m',
  severity: 'critical',
  labels: { notify_sms: 'true' },
  summary: 'Payment callbacks from {{ $labels.provider }} fail',
  description: "Check the provider's status page and the webhook log, then replay.",
  runbook: {
    meaning:
      'In the last quarter of an hour at least one callback of the payment provider ended in a failure. It also fires for a quarter of an hour where Prometheus sees the counter for the first time.',
    impact:
      'Somebody has paid and has no subscription. Money and trust are at stake: look at once.',
    diagnosis: [
      'Application KPIs, row "Payments": one failure or many, and are there successes beside them.',
      "The provider's status page (Robokassa).",
      'Logs: `{job="backend-winston"} |= "webhook" |= "subscriptions"`. A wrong signature points to a changed password, 5xx to our side.',
      'Did it begin with a deploy, or with a change of the shop settings at the provider.',
    ],
    mitigation: [
      "The signature does not match: compare the backend's secrets with the shop settings, correct them, restart.",
      'Our side failed: roll back or fix, then have the provider send the callbacks again, or replay them from the log.',
      'Grant the subscriptions of those who have paid by hand until then.',
    ],
  },
  cases: [
    {
      name: 'fires a minute after the very first failure',
      given: [failures(missing().lasting('10m').then(constant(1)))],
      at: '11m',
      fires: [
        {
          labels: { provider: 'robokassa' },
          summary: 'Payment callbacks from robokassa fail',
        },
      ],
    },
    {
      name: 'is quiet before the minute is over',
      given: [failures(missing().lasting('10m').then(constant(1)))],
      at: '10m',
    },
    {
      name: 'is quiet a quarter of an hour after the first failure',
      given: [failures(missing().lasting('10m').then(constant(1)))],
      at: '26m',
    },
    {
      name: 'fires for one failure after others long ago',
      given: [failures(constant(3).lasting('30m').then(constant(4)))],
      at: '31m',
      fires: [
        { labels: { provider: 'robokassa' }, summary: 'Payment callbacks from robokassa fail' },
      ],
    },
    {
      name: 'is quiet where the last failure is long ago',
      given: [failures(constant(3))],
      at: '60m',
    },
    {
      name: 'is quiet while payments complete and none fails',
      given: [
        given(m.payment_events_total, { status: 'completed' }, rising(1)),
        given(m.payment_events_total, { status: 'pending' }, rising(1)),
      ],
      at: '30m',
    },
    {
      name: 'fires for a quarter of an hour after one failure',
      given: [failures(constant(3).lasting('30m').then(constant(4)))],
      at: '40m',
      fires: [
        { labels: { provider: 'robokassa' }, summary: 'Payment callbacks from robokassa fail' },
      ],
    },
  ],
});
