import check from '../../../lib/analyze/checks/alert-sampled-series.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'all of them', of: alertOf(promql`queue_depth > 100`) },
  { name: 'the sum of a selection', of: alertOf(promql`sum(topk(3, queue_depth)) > 100`) },
  { name: 'in a panel', of: promql`topk(3, queue_depth)` },
  {
    name: 'what `unless` takes away',
    of: alertOf(promql`queue_depth > 9 unless topk(1, queue_depth)`),
  },
  {
    name: 'one of each, for a join',
    of: alertOf(promql`queue_depth / on (queue) topk by (queue) (1, worker_slots) > 9`),
  },
  {
    name: 'the largest',
    of: alertOf(promql`topk(3, queue_depth) > 100`),
    marks: ['topk(3, queue_depth)'],
    message:
      '`Backlog` fires for the series that `topk` picks: one that falls out of them resolves, though nothing is better',
    hint: 'leave out `topk`',
  },
  {
    name: 'in a condition',
    of: alertOf(promql`queue_depth > 9 and bottomk(3, worker_slots)`),
    marks: ['bottomk(3, worker_slots)'],
  },
]);
