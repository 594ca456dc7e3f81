import check from '../../../lib/analyze/checks/variable-ignored.ts';
import { labelValues, promql, queryVariable, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const variables = [queryVariable('queue', labelValues(m.queue_depth, 'queue'))];
const now = timeseries('Now', '').query(promql`queue_depth{queue=~"$queue"}`);
const most = timeseries('Most', '').query(promql`max_over_time(queue_depth{queue="$queue"}[1h])`);
const slots = timeseries('Slots', '').query(promql`worker_slots{queue="$queue"}`);
const all = timeseries('All', '').query(promql`max by (queue) (queue_depth)`);
const sum = timeseries('Sum', '').query(promql`sum(queue_depth)`);
const mail = timeseries('Mail', '').query(promql`queue_depth{queue="mail"}`);
const others = timeseries('Others', '').query(promql`sum(requests_total)`);

describeCheck(check, [
  { name: 'all follow', of: shopDashboard([now, most, slots, now], { variables }) },
  {
    name: 'a metric without the label',
    of: shopDashboard([now, most, slots, now, others], { variables }),
  },
  { name: 'a sum of all', of: shopDashboard([now, most, slots, now, sum], { variables }) },
  { name: 'one of its own', of: shopDashboard([now, most, slots, now, mail], { variables }) },
  { name: 'too few that follow', of: shopDashboard([now, most, slots, all], { variables }) },
  {
    name: 'one that does not follow',
    of: shopDashboard([now, most, slots, now, all], { variables }),
    marks: ['max by (queue) (queue_depth)'],
    message: '`$queue` chooses a `queue` in 4 queries, but not in this one',
    hint: '`queue=~"$queue"`',
  },
]);
