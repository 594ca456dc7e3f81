import check from '../../../lib/analyze/checks/join-unless-always.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'something that may be missing', of: promql`sum(queue_depth) unless on () up == 0` },
  { name: 'other labels', of: promql`sum by (queue) (queue_depth) unless vector(0)` },
  {
    name: 'a constant',
    of: promql`abs(sum(queue_depth) unless vector(0))`,
    marks: ['sum(queue_depth) unless vector(0)'],
    message: '`unless` removes everything: its right side always returns the same labels',
  },
  {
    name: 'a constant on no label',
    of: promql`queue_depth unless on () vector(1)`,
    marks: ['queue_depth unless on () vector(1)'],
  },
]);
