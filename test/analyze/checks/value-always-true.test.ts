import check from '../../../lib/analyze/checks/value-always-true.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'more than one', of: alertOf(promql`count(queue_depth) > 1`) },
  { name: 'a panel', of: promql`count(queue_depth) >= 1` },
  { name: 'a rate, which may be NaN', of: alertOf(promql`rate(requests_total[5m]) >= 0`) },
  {
    name: 'beside another condition',
    of: alertOf(promql`count(queue_depth) > 0 and on () paused == 1`),
  },
  { name: 'a number of chosen series', of: alertOf(promql`count(queue_depth > 9) > 0`) },
  {
    name: 'what has passed a stricter comparison',
    of: alertOf(promql`(queue_depth > 9) > 0`),
    marks: ['(queue_depth > 9) > 0'],
    message: '`>` is always true: the left side is at least `9`, the right side `0`',
    severity: 'info',
  },
  {
    name: 'a number of series',
    of: alertOf(promql`count by (queue) (queue_depth) > 0`),
    marks: ['count by (queue) (queue_depth) > 0'],
    message: '`>` is always true: the left side is at least `1`, the right side `0`',
  },
]);
