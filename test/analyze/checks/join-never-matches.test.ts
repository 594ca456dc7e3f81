import check from '../../../lib/analyze/checks/join-never-matches.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'the same labels', of: promql`queue_depth / queue_depth` },
  { name: 'a number', of: promql`queue_depth / 2` },
  { name: 'jobs that differ, left out', of: promql`queue_depth / ignoring (job) worker_slots` },
  {
    name: 'jobs that differ, not among those compared',
    of: promql`queue_depth / on (queue) worker_slots`,
  },
  { name: 'labels that are not known', of: promql`sum by (a) (nothing) / sum by (b) (nothing2)` },
  {
    name: 'jobs that differ',
    of: promql`sum(queue_depth / worker_slots)`,
    marks: ['queue_depth / worker_slots'],
    message:
      'the two sides of `/` never match: `job` is `api` on the left and `worker` on the right',
    hint: '`/ ignoring (job)`, or `on (…)` of the labels that both sides share',
  },
  {
    name: 'jobs that differ among those compared',
    of: promql`queue_depth / on (job, queue) worker_slots`,
    marks: ['queue_depth / on (job, queue) worker_slots'],
    hint: 'leave `job` out: `on (queue)`',
  },
  {
    name: 'a label on one side only',
    of: promql`sum by (queue) (queue_depth) > sum(worker_slots)`,
    marks: ['sum by (queue) (queue_depth) > sum(worker_slots)'],
    message:
      'the two sides of `>` never match: the right side has no `queue`, `sum` removes all labels',
  },
  {
    name: 'values that differ',
    of: promql`queue_depth{queue="mail"} and queue_depth{queue="pdf"}`,
    marks: ['queue_depth{queue="mail"} and queue_depth{queue="pdf"}'],
    message:
      'the two sides of `and` never match: `queue` is `mail` on the left and `pdf` on the right',
  },
]);
