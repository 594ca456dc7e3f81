import check from '../../../lib/analyze/checks/value-divides-by-zero.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'a part of the same counter',
    of: alertOf(promql`rate(requests_total{code="500"}[5m]) / rate(requests_total[5m]) > 0.1`),
  },
  {
    name: 'less than',
    of: alertOf(promql`rate(hits_total[5m]) / rate(requests_total[5m]) < 0.1`),
  },
  { name: 'a panel', of: promql`rate(hits_total[5m]) / rate(requests_total[5m]) > 0.1` },
  {
    name: 'some traffic',
    of: alertOf(
      promql`rate(hits_total[5m]) / rate(requests_total[5m]) > 0.1 and rate(requests_total[5m]) > 1`,
    ),
  },
  {
    name: 'a mean',
    of: alertOf(promql`rate(payload_bytes_sum[5m]) / rate(payload_bytes_count[5m]) > 100`),
  },
  {
    name: 'counters that are not declared',
    of: alertOf(promql`rate(a_total[5m]) / rate(b_total[5m]) > 0.1`),
  },
  {
    name: 'another counter',
    of: alertOf(promql`(sum(rate(hits_total[5m])) / sum(rate(requests_total[5m]))) >= 0.1`),
    marks: ['(sum(rate(hits_total[5m])) / sum(rate(requests_total[5m]))) >= 0.1'],
    message:
      'while `requests_total` counts nothing, the quotient is infinite, and that is `>= 0.1`',
    hint: '`… / (… > 0)`',
  },
]);
