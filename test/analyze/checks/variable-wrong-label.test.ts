import check from '../../../lib/analyze/checks/variable-wrong-label.ts';
import { labelValues, promql, queryVariable, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m, type Subject } from '../shop.ts';

const queues = queryVariable('queue', labelValues(m.queue_depth, 'queue'));
const cut = queryVariable('queue', labelValues(m.queue_depth, 'queue'), { regex: '/(.)/' });
const routes = queryVariable('queue', labelValues(m.requests_total, 'route'));

function filtered(query: ReturnType<typeof promql>, variable: typeof queues): Subject {
  return shopDashboard([timeseries('Panel', '').query(query)], { variables: [variable] });
}

describeCheck(check, [
  { name: 'its own label', of: filtered(promql`queue_depth{queue="$queue"}`, queues) },
  { name: 'values that agree', of: filtered(promql`worker_slots{queue=~"$queue"}`, queues) },
  { name: 'a label of any value', of: filtered(promql`requests_total{route="$queue"}`, queues) },
  { name: 'values that nobody knows', of: filtered(promql`queue_depth{queue="$queue"}`, routes) },
  { name: 'values that are cut', of: filtered(promql`requests_total{code="$queue"}`, cut) },
  { name: 'all but one', of: filtered(promql`requests_total{code!="$queue"}`, queues) },
  {
    name: 'another label',
    of: filtered(promql`requests_total{code=~"$queue"}`, queues),
    marks: ['code=~"$queue"'],
    message: 'no value of `queue`, which `$queue` offers, is one of `code`',
  },
]);
