import check from '../../../lib/analyze/checks/join-ignoring-noop.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'one side has it',
    of: promql`latency_seconds * ignoring (queue) group_right () queue_depth`,
  },
  { name: 'what is not declared may have it', of: promql`x - ignoring (route) queue_depth` },
  {
    name: 'neither side has it',
    of: promql`max(queue_depth - ignoring (route) queue_depth)`,
    marks: ['queue_depth - ignoring (route) queue_depth'],
    message: 'neither side of `-` has `route` to ignore',
    hint: 'leave it out',
  },
]);
