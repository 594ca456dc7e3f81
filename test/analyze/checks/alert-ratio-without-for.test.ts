import check from '../../../lib/analyze/checks/alert-ratio-without-for.ts';
import { Duration } from '../../../lib/catalog/index.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const share = promql`sum(queue_depth) / sum(worker_slots) > 5`;

describeCheck(check, [
  { name: 'some patience', of: alertOf(share, { for: Duration.minutes(1) }) },
  { name: 'one job', of: alertOf(promql`sum(queue_depth) / sum(requests_total) > 5`) },
  { name: 'a panel', of: share },
  { name: 'metrics that are not declared', of: alertOf(promql`sum(a) / sum(b) > 5`) },
  {
    name: 'two jobs at once',
    of: alertOf(promql`(sum(queue_depth) / sum(worker_slots)) > 5`),
    marks: ['(sum(queue_depth) / sum(worker_slots)) > 5'],
    message: '`Backlog` fires at once, for a quotient of `api` and `worker`',
    hint: "for: '5m'",
  },
]);
