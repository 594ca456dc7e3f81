import check from '../../../lib/analyze/checks/value-bool-condition.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a filter', of: alertOf(promql`queue_depth > 5`) },
  { name: 'a graph', of: promql`queue_depth > bool 5` },
  {
    name: 'a part of a number that is compared',
    of: alertOf(promql`sum(queue_depth > bool 5) > 1`),
  },
  {
    name: 'the condition',
    of: alertOf(promql`(queue_depth > bool 5)`),
    marks: ['queue_depth > bool 5'],
    message: '`> bool` fires whether it is true or not',
    hint: '`>` without `bool`',
  },
  {
    name: 'one of two conditions',
    of: alertOf(promql`up == 0 or queue_depth >= bool 5`),
    marks: ['queue_depth >= bool 5'],
  },
]);
