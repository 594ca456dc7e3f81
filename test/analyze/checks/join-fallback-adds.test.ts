import check from '../../../lib/analyze/checks/join-fallback-adds.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'no labels on either side', of: promql`sum(queue_depth) or vector(0)` },
  { name: 'added up afterwards', of: promql`sum(sum by (queue) (queue_depth) or vector(0))` },
  { name: 'two conditions', of: promql`queue_depth > 5 or absent(up)` },
  {
    name: 'a fallback that is not more than the threshold',
    of: promql`(queue_depth or vector(0)) > 5`,
  },
  { name: 'labels that may be missing', of: promql`sum by (a) (x) or vector(0)` },
  { name: 'matched on no label', of: promql`queue_depth or on () vector(0)` },
  {
    name: 'a line of its own',
    of: promql`sum by (queue) (queue_depth) or vector(0)`,
    marks: ['vector(0)'],
    message:
      'the fallback is always there, because it lacks `queue`: it never stands in for a series',
    hint: '`or 0 * …` of series that have the same labels',
  },
  {
    name: 'one that is always less than the threshold',
    of: promql`(sum by (queue) (queue_depth) or vector(0)) < 5`,
    marks: ['vector(0)'],
  },
]);
