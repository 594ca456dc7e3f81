import check from '../../../lib/analyze/checks/value-dead-fallback.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'without labels', of: promql`sum(queue_depth) - (sum(worker_slots) or vector(0))` },
  {
    name: 'matched on no label',
    of: promql`queue_depth - on () group_left () (sum(worker_slots) or vector(0))`,
  },
  { name: 'compared with a number', of: promql`(worker_slots or vector(0)) > 1` },
  { name: 'labels that may be missing', of: promql`x - (y or vector(0))` },
  {
    name: 'on the right',
    of: promql`sum by (queue) (queue_depth) - (sum by (queue) (worker_slots) or vector(0)) > 5`,
    marks: ['vector(0)'],
    message:
      'the fallback has no `queue`, which all series on the left of `-` have: they never match it',
    hint: '`or 0 * …` of series that have the same labels',
  },
  {
    name: 'on the left',
    of: promql`(sum by (queue) (worker_slots) or vector(1)) / on (queue) sum by (queue) (queue_depth)`,
    marks: ['vector(1)'],
  },
]);
