import check from '../../../lib/analyze/checks/labels-without-noop.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a label that is there', of: promql`sum without (instance, queue) (queue_depth)` },
  { name: 'what is not declared may have it', of: promql`sum without (host) (x)` },
  {
    name: 'a label that is not there',
    of: promql`max(sum without (host, instance) (queue_depth))`,
    marks: ['sum without (host, instance) (queue_depth)'],
    message: '`sum` has no `host` to take away: `queue_depth` has no such label',
    hint: 'leave it out',
  },
]);
