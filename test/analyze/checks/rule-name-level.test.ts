import check from '../../../lib/analyze/checks/rule-name-level.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'the labels that there are',
    of: record({ name: 'queue:depth:max', expr: promql`max by (queue) (queue_depth)` }),
  },
  {
    name: 'a word that is no label',
    of: record({ name: 'shop:depth:max', expr: promql`max(queue_depth)` }),
  },
  {
    name: 'a label of the rule',
    of: record({ name: 'job:depth:max', expr: promql`max(queue_depth)`, labels: { job: 'all' } }),
  },
  {
    name: 'a label that the aggregation drops',
    of: record({ name: 'job:depth:max', expr: promql`max by (queue) (queue_depth)` }),
    marks: ['max by (queue) (queue_depth)'],
    message: '`job:depth:max` is named after `job`, which its series lose: they have `queue`',
  },
]);
