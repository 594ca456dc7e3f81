import check from '../../../lib/analyze/checks/value-first-increase.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'a counter that is always there',
    of: alertOf(promql`increase(requests_total[15m]) > 0`),
  },
  { name: 'more than a few', of: alertOf(promql`increase(retries_total[15m]) > 5`) },
  { name: 'a panel', of: promql`increase(retries_total[15m]) > 0` },
  {
    name: 'a guard of something else',
    of: alertOf(promql`sum(rate(requests_total[5m])) / (sum(rate(requests_total[5m])) > 0) > 0.1`),
  },
  {
    name: 'a counter that begins at its first event',
    of: alertOf(promql`sum by (code) (increase(retries_total{code="500"}[15m])) > 0`),
    marks: ['sum by (code) (increase(retries_total{code="500"}[15m])) > 0'],
    message: 'the first event is no increase: `retries_total` has no series before it',
    hint: '`… or (retries_total{code="500"} unless retries_total{code="500"} offset 15m) > 0`',
  },
]);
