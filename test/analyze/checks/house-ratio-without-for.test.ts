import check from '../../../lib/analyze/checks/house-ratio-without-for.ts';
import { plainAlert, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const full = (expr: ReturnType<typeof promql>) => plainAlert({ name: 'Full', expr });
const ratio = promql`sum(queue_depth) / sum(worker_slots) > 5`;

describeCheck(check, [
  { name: 'with `for`', of: plainAlert({ name: 'Full', expr: ratio, for: '5m' }) },
  { name: 'of one selector', of: full(promql`sum(queue_depth) / count(queue_depth) > 5`) },
  { name: 'of one sum', of: full(promql`sum(queue_depth) / worker_slots > 5`) },
  { name: 'no arithmetic', of: full(promql`sum(queue_depth) > 5 and sum(worker_slots)`) },
  {
    name: 'of two',
    of: full(ratio),
    marks: ['sum(queue_depth) / sum(worker_slots)'],
    message: '`Full` fires at once, for `/` of two sums',
    hint: "for: '5m'",
  },
  {
    name: 'of two times',
    of: full(promql`sum(queue_depth) ^ (sum(queue_depth offset 30m)) > 5`),
    marks: ['sum(queue_depth) ^ (sum(queue_depth offset 30m))'],
  },
]);
