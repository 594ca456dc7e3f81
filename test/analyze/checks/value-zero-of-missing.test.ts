import check from '../../../lib/analyze/checks/value-zero-of-missing.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a counter that is always there', of: alertOf(promql`rate(requests_total[10m]) == 0`) },
  { name: 'too many events', of: alertOf(promql`rate(retries_total[10m]) > 0.1`) },
  { name: 'a panel', of: promql`rate(retries_total[10m]) == 0` },
  {
    name: 'a branch for what is missing',
    of: alertOf(promql`rate(retries_total[10m]) == 0 or absent(retries_total)`),
  },
  {
    name: 'a counter that may not be there',
    of: alertOf(promql`sum(rate(retries_total[10m])) < 1`),
    marks: ['sum(rate(retries_total[10m])) < 1'],
    message: 'while `retries_total` has no series, there is no 0 to compare',
    hint: '`(sum(…) or vector(0)) < 1`',
  },
]);
