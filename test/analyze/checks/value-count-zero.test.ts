import check from '../../../lib/analyze/checks/value-count-zero.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a count with a fallback', of: promql`(count(up) or vector(0)) == 0` },
  { name: 'fewer than two', of: promql`count(up) < 2` },
  { name: 'a sum', of: promql`sum(up) == 0` },
  {
    name: 'a count of 0',
    of: promql`sum(queue_depth) and on () (count(up == 1) == 0)`,
    marks: ['count(up == 1) == 0'],
    message: '`==` is never true: `count` of nothing is nothing, not 0',
    hint: '`absent(…)`, or `(count(…) or vector(0)) == 0`',
  },
  {
    name: 'less than 1',
    of: promql`1 > (count by (job) (up))`,
    marks: ['1 > (count by (job) (up))'],
  },
  {
    name: 'samples of a window',
    of: promql`count_over_time(up[5m]) == 0`,
    marks: ['count_over_time(up[5m]) == 0'],
    message: '`==` is never true: `count_over_time` of nothing is nothing, not 0',
  },
]);
