import check from '../../../lib/analyze/checks/metric-type-rate-of-aggregate.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a sum of rates', of: promql`sum(rate(requests_total[5m]))` },
  { name: 'a rate of a counter in a subquery', of: promql`rate(requests_total[5m:30s])` },
  { name: 'a rate of single series', of: promql`rate(topk(3, requests_total)[5m:])` },
  {
    name: 'a rate of a sum',
    of: promql`1 + rate(sum by (code) (requests_total)[5m:])`,
    marks: ['rate(sum by (code) (requests_total)[5m:])'],
    message: '`rate` of an aggregation of counters takes every restart for a jump',
    hint: '`sum(rate(…))`: first the rate, then the sum',
  },
]);
