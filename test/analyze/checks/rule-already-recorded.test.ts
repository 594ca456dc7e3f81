import check from '../../../lib/analyze/checks/rule-already-recorded.ts';
import { promql, record, ruleGroup, timeseries } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

const recorded = record({ name: 'a:b', expr: promql`sum by (queue) (queue_depth)` });
const panel = timeseries('Panel', '').query(promql`sum by (queue) (queue_depth) / 2`);

describeCheck(check, [
  { name: 'another expression', of: ruleGroup('shop', [recorded, alertOf(promql`up == 0`)]) },
  {
    name: 'recorded under another label',
    of: ruleGroup('shop', [
      { ...recorded, labels: { of: 'jobs' } },
      alertOf(promql`sum by (queue) (queue_depth) > 1`),
    ]),
  },
  {
    name: 'in an alert',
    of: ruleGroup('shop', [recorded, alertOf(promql`sum by (queue) (queue_depth) > 1`)]),
    marks: ['sum by (queue) (queue_depth)'],
    message: '`a:b` records this expression',
    hint: '`a:b`',
  },
  {
    name: 'in a panel',
    of: {
      groups: [ruleGroup('shop', [recorded])],
      dashboards: [shopDashboard([panel])],
    },
    marks: ['sum by (queue) (queue_depth)'],
  },
]);
