import check from '../../../lib/analyze/checks/promql-label-replace-noop.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'a label that is there',
    of: promql`label_replace(queue_depth, "host", "$1", "instance", "(.+):.*")`,
  },
  { name: 'a constant', of: promql`label_replace(queue_depth, "zone", "eu", "", "")` },
  {
    name: 'a label that may be there',
    of: promql`label_replace($series, "host", "$1", "node", "(.+):.*")`,
  },
  {
    name: 'a label that is not there',
    of: promql`max(label_replace(queue_depth, "host", "$1", "node", "(.+):.*"))`,
    marks: ['label_replace(queue_depth, "host", "$1", "node", "(.+):.*")'],
    message:
      '`label_replace` reads `node`, which no series of its argument has: `queue_depth` has no such label',
  },
  {
    name: 'no group',
    of: promql`label_replace(queue_depth, "host", "$1", "instance", ".+")`,
    marks: ['label_replace(queue_depth, "host", "$1", "instance", ".+")'],
    message: '`label_replace` uses `$1`, but `.+` has no group',
    hint: '`(.+)`',
  },
  {
    name: 'a group too many',
    of: promql`label_replace(queue_depth, "host", "$1-$2", "instance", "(.+):.*")`,
    marks: ['label_replace(queue_depth, "host", "$1-$2", "instance", "(.+):.*")'],
    message: '`label_replace` uses `$2`, but `(.+):.*` has one group',
    hint: '`$1`',
  },
]);
