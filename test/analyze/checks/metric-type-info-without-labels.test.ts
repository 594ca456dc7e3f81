import check from '../../../lib/analyze/checks/metric-type-info-without-labels.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'labels of it',
    of: promql`build_info * on (instance) group_right (version) queue_depth`,
  },
  { name: 'a filter', of: promql`queue_depth and on (instance) build_info` },
  { name: 'a number', of: promql`build_info * 2` },
  { name: 'a number of versions', of: promql`queue_depth * on () count(build_info)` },
  { name: 'what is not declared', of: promql`queue_depth * on (instance) other_info` },
  {
    name: 'nothing of it',
    of: promql`sum by (instance) (queue_depth) * on (instance) (build_info)`,
    marks: ['sum by (instance) (queue_depth) * on (instance) (build_info)'],
    message: '`*` with `build_info`, which is always 1, changes nothing and adds no label',
    hint: '`* on (…) group_left (…) build_info`, or `and on (…)` to filter',
  },
]);
