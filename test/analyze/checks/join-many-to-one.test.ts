import check from '../../../lib/analyze/checks/join-many-to-one.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'both sides aggregated alike',
    of: promql`sum by (code) (rate(requests_total[5m])) / on (code) sum by (code) (rate(retries_total[5m]))`,
  },
  { name: 'group_left', of: promql`queue_depth / on (instance) group_left () latency_seconds` },
  {
    name: 'one value of the label',
    of: promql`queue_depth{queue="mail"} / on (instance) latency_seconds`,
  },
  {
    name: 'filtered to one, perhaps',
    of: promql`(queue_depth == 1) * on (instance) latency_seconds`,
  },
  { name: 'a label of open values', of: promql`build_info * on (instance) latency_seconds` },
  {
    name: 'several series on the left',
    of: promql`abs(queue_depth / on (instance) latency_seconds)`,
    marks: ['queue_depth / on (instance) latency_seconds'],
    message:
      'the left side of `/` has a series for each `queue` (`mail` and `pdf`), which is not matched',
    hint: '`/ on (instance) group_left () …`, or aggregate that side',
  },
  {
    name: 'several series on the right',
    of: promql`latency_seconds * ignoring (queue) queue_depth`,
    marks: ['latency_seconds * ignoring (queue) queue_depth'],
    hint: '`* ignoring (queue) group_right () …`, or aggregate that side',
  },
]);
