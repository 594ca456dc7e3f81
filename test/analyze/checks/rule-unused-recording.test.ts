import check from '../../../lib/analyze/checks/rule-unused-recording.ts';
import { promql, record, ruleGroup, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { shopDashboard } from '../shop-dashboard.ts';

const rule = record({ name: 'queue:depth:max', expr: promql`max by (queue) (queue_depth)` });

describeCheck(check, [
  {
    name: 'a panel reads it',
    of: {
      groups: [ruleGroup('shop', [rule])],
      dashboards: [shopDashboard([timeseries('A', '').query(promql`queue:depth:max`)])],
    },
  },
  {
    name: 'another rule reads it',
    of: ruleGroup('shop', [
      rule,
      record({ name: 'depth:max', expr: promql`max(queue:depth:max)` }),
    ]),
    marks: [undefined],
    message: 'nothing reads `depth:max`',
    hint: 'use it in a panel or an alert, or leave it out',
  },
]);
