import check from '../../../lib/analyze/checks/promql-twice-the-same.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a mean of means', of: promql`avg(avg by (queue) (queue_depth))` },
  { name: 'a number of numbers', of: promql`count(count by (queue) (queue_depth))` },
  { name: 'the largest sum', of: promql`max(sum by (queue) (queue_depth))` },
  { name: 'an order', of: promql`sort_desc(sum by (queue) (queue_depth))` },
  {
    name: 'a maximum of maxima',
    of: promql`1 + max((max by (queue) (queue_depth)))`,
    marks: ['max((max by (queue) (queue_depth)))'],
    message: 'the inner `max` changes nothing',
    hint: 'leave it out',
  },
  {
    name: 'an order in an aggregate',
    of: promql`sum(sort(queue_depth))`,
    marks: ['sum(sort(queue_depth))'],
  },
  {
    name: 'a value without a sign',
    of: promql`abs(abs(queue_depth))`,
    marks: ['abs(abs(queue_depth))'],
  },
]);
