import check from '../../../lib/analyze/checks/join-or-unreachable.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a constant on the right', of: promql`sum(queue_depth) or vector(0)` },
  { name: 'a constant beside labels', of: promql`vector(0) or sum by (queue) (queue_depth)` },
  {
    name: 'a constant on the left',
    of: promql`max(vector(0) or sum(queue_depth))`,
    marks: ['vector(0) or sum(queue_depth)'],
    message: 'the right side of `or` is never used: the left always returns the same labels',
    hint: 'exchange the sides',
  },
  {
    name: 'two constants',
    of: promql`sum(queue_depth) or vector(0) or vector(1)`,
    marks: ['sum(queue_depth) or vector(0) or vector(1)'],
  },
]);
