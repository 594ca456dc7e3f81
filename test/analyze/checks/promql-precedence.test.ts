import check from '../../../lib/analyze/checks/promql-precedence.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'from left to right', of: promql`queue_depth and paused or worker_slots` },
  { name: 'parentheses', of: promql`queue_depth or (worker_slots and paused)` },
  { name: 'a negative exponent', of: promql`queue_depth ^ -2` },
  { name: 'a sign in parentheses', of: promql`(-queue_depth) ^ 2` },
  {
    name: 'and after or',
    of: promql`sum(queue_depth or worker_slots unless on (queue) paused)`,
    marks: ['queue_depth or worker_slots unless on (queue) paused'],
    message: '`unless` comes before `or` here, whatever stands first',
    hint: 'parentheses around what is meant',
  },
  { name: 'a power of a negative', of: promql`-queue_depth ^ 2`, marks: ['-queue_depth ^ 2'] },
]);
