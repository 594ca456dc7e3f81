import check from '../../../lib/analyze/checks/value-impossible-comparison.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a value within the range', of: promql`paused == 0` },
  { name: 'a fallback that does not pass', of: promql`(sum(queue_depth) or vector(0)) > 5` },
  { name: 'a difference of counters', of: promql`requests_total - retries_total < 0` },
  { name: 'a comparison that always passes', of: promql`requests_total >= 0` },
  { name: 'NaN against itself', of: promql`queue_depth != queue_depth` },
  { name: 'a count, which another check says', of: promql`count(queue_depth) == 0` },
  {
    name: 'a value beyond the range',
    of: promql`max(paused > 1)`,
    marks: ['paused > 1'],
    message: '`>` is never true: the left side is between 0 and 1, the right side always 1',
  },
  {
    name: 'a negative rate',
    of: promql`sum(rate(requests_total[5m])) < 0`,
    marks: ['sum(rate(requests_total[5m])) < 0'],
    message: '`<` is never true: the left side is at least 0, the right side always 0',
  },
  {
    name: 'a constant that takes the comparison for itself',
    of: promql`sum(queue_depth) or vector(0) > 0`,
    marks: ['vector(0) > 0'],
  },
  {
    name: 'what is left of an earlier comparison',
    of: promql`(queue_depth > 5) < 3`,
    marks: ['(queue_depth > 5) < 3'],
  },
  { name: 'absent', of: promql`absent(queue_depth) == 0`, marks: ['absent(queue_depth) == 0'] },
  {
    name: 'NaN',
    of: promql`queue_depth == NaN`,
    marks: ['queue_depth == NaN'],
    message: '`==` is never true: NaN passes no comparison, not even with itself',
    hint: '`x != x` is true for NaN only',
  },
]);
