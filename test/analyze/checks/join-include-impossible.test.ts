import check from '../../../lib/analyze/checks/join-include-impossible.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'it has the label',
    of: promql`queue_depth * on (instance) group_left (version) build_info`,
  },
  { name: 'no label', of: promql`queue_depth * on (instance) group_left () build_info` },
  {
    name: 'it may have the label',
    of: promql`queue_depth * on (instance) group_left (zone) $info`,
  },
  {
    name: 'it has no such label',
    of: promql`max(queue_depth * on (instance) group_left (versoin) build_info)`,
    marks: ['queue_depth * on (instance) group_left (versoin) build_info'],
    message: 'the right side of `*` has no `versoin` to add: `build_info` has no such label',
    hint: '`version`',
  },
  {
    name: 'it has lost the label',
    of: promql`sum by (instance) (build_info) * on (instance) group_right (version) queue_depth`,
    marks: ['sum by (instance) (build_info) * on (instance) group_right (version) queue_depth'],
    message:
      'the left side of `*` has no `version` to add: `sum by (instance)` keeps only `instance`',
  },
]);
