import check from '../../../lib/analyze/checks/join-group-side-wrong.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'the many are on the left',
    of: promql`queue_depth / on (instance) group_left () latency_seconds`,
  },
  {
    name: 'perhaps one is left',
    of: promql`latency_seconds * on (instance) group_left () (queue_depth == 1)`,
  },
  {
    name: 'the many are on the right',
    of: promql`abs(latency_seconds / on (instance) group_left () queue_depth)`,
    marks: ['latency_seconds / on (instance) group_left () queue_depth'],
    message:
      '`group_left` takes the right side for the one, but it has a series for each `queue` (`mail` and `pdf`)',
    hint: '`group_right`, or aggregate that side',
  },
]);
