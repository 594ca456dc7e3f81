import check from '../../../lib/analyze/checks/variable-needs-regex.ts';
import { labelValues, promql, queryVariable, row, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';
import { m } from '../shop.ts';

const one = queryVariable('queue', labelValues(m.queue_depth, 'queue'));
const several = queryVariable('queue', labelValues(m.queue_depth, 'queue'), { multi: true });
const orAll = queryVariable('queue', labelValues(m.queue_depth, 'queue'), { includeAll: true });
const equal = timeseries('Depth', '').query(promql`queue_depth{queue="$queue"}`);

describeCheck(check, [
  { name: 'one value', of: shopDashboard([equal], { variables: [one] }) },
  {
    name: 'a regular expression',
    of: shopDashboard([timeseries('Depth', '').query(promql`queue_depth{queue=~"$queue"}`)], {
      variables: [several],
    }),
  },
  {
    name: 'a panel for each value',
    of: shopDashboard([equal.repeat(several, 'horizontal')], { variables: [several] }),
  },
  {
    name: 'a row for each value',
    of: shopDashboard([], {
      variables: [several],
      rows: [row('Row', [equal], { repeat: several })],
    }),
  },
  {
    name: 'several values',
    of: shopDashboard([equal], { variables: [several] }),
    marks: ['queue="$queue"'],
    message: '`$queue` can stand for several values, and `=` takes them for the text of one',
    hint: '`queue=~"$queue"`',
  },
  {
    name: 'all of them',
    of: shopDashboard([timeseries('Depth', '').query(promql`queue_depth{queue!="\${queue}"}`)], {
      variables: [orAll],
    }),
    marks: ['queue!="${queue}"'],
    hint: '`queue!~"${queue}"`',
    severity: 'warning',
  },
]);
