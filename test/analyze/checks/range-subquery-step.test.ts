import check from '../../../lib/analyze/checks/range-subquery-step.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a shorter step', of: promql`max_over_time(sum(queue_depth)[1h:1m])` },
  { name: 'the default step', of: promql`max_over_time(sum(queue_depth)[5m:])` },
  { name: 'a variable', of: promql`max_over_time(sum(queue_depth)[$__range:1h])` },
  {
    name: 'a longer step',
    of: promql`max_over_time(sum(queue_depth)[5m:10m]) > 3`,
    marks: ['sum(queue_depth)[5m:10m]'],
    message: 'a window of `5m` with a step of `10m` holds one value at most',
    hint: '`[5m:]` takes the default step',
  },
  {
    name: 'the same',
    of: promql`max_over_time(sum(queue_depth)[5m:5m])`,
    marks: ['sum(queue_depth)[5m:5m]'],
  },
]);
