import check from '../../../lib/analyze/checks/value-contradictory-conditions.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a range', of: promql`queue_depth > 3 and queue_depth < 5` },
  { name: 'one value', of: promql`queue_depth >= 3 and queue_depth <= 3` },
  { name: 'different series', of: promql`queue_depth > 5 and queue_depth{queue="pdf"} < 3` },
  {
    name: 'any series of the instance',
    of: promql`queue_depth > 5 and on (instance) queue_depth < 3`,
  },
  { name: 'an upper limit', of: promql`queue_depth > 5 unless queue_depth > 10` },
  { name: 'metrics that share a selector', of: promql`{job="api"} > 5 and {job="api"} < 3` },
  {
    name: 'disjoint ranges',
    of: promql`max by (queue) (queue_depth > 5 and queue_depth < 3)`,
    marks: ['queue_depth > 5 and queue_depth < 3'],
    message: 'no value is `> 5` and `< 3`',
  },
  {
    name: 'the same end, excluded on both sides',
    of: promql`up == 1 and queue_depth > 3 and (3 >= queue_depth)`,
    marks: ['up == 1 and queue_depth > 3 and (3 >= queue_depth)'],
    message: 'no value is `> 3` and `<= 3`',
  },
  {
    name: 'what is removed holds all',
    of: promql`queue_depth > 10 unless queue_depth > 5`,
    marks: ['queue_depth > 10 unless queue_depth > 5'],
    message: 'no value is `> 10` and not `> 5`',
  },
]);
