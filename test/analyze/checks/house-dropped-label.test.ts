import check from '../../../lib/analyze/checks/house-dropped-label.ts';
import { plainAlert, promql, record, ruleGroup } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const recorded = (expr: ReturnType<typeof promql>) => record({ name: 'a:b:c', expr });

describeCheck(check, [
  { name: 'dropped', of: recorded(promql`sum by (job) (queue_depth)`) },
  { name: 'no sum', of: recorded(promql`queue_depth * 2`) },
  {
    name: 'an alert',
    of: plainAlert({ name: 'Full', expr: promql`sum by (instance) (queue_depth) > 9` }),
  },
  {
    name: 'in `by`',
    of: recorded(promql`sum by (instance) (queue_depth)`),
    marks: ['sum by (instance) (queue_depth)'],
    message: 'the result of `a:b:c` still has `instance`',
    hint: 'aggregate without `instance`',
  },
  {
    name: 'not in `without`',
    of: recorded(promql`sum without (queue) (queue_depth)`),
    marks: ['sum without (queue) (queue_depth)'],
  },
  {
    name: 'what the house drops',
    of: {
      house: [{ code: 'house/dropped-label', labels: ['job'] }],
      groups: [ruleGroup('shop', [recorded(promql`sum by (job) (queue_depth)`)])],
    },
    marks: ['sum by (job) (queue_depth)'],
  },
]);
