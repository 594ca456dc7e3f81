import check from '../../../lib/analyze/checks/metric-type-rate-of-rate.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a rate', of: promql`rate(requests_total[5m])` },
  { name: 'the mean of a rate', of: promql`avg_over_time(rate(requests_total[5m])[1h:])` },
  {
    name: 'a rate of a rate',
    of: promql`max(rate(rate(requests_total[5m])[1h:]))`,
    marks: ['rate(rate(requests_total[5m])[1h:])'],
    message: '`rate` needs a counter, but its argument is a rate already',
    hint: '`avg_over_time(…)`, or `deriv(…)` for how it changes',
  },
  {
    name: 'an increase of a summed rate',
    of: promql`increase(sum(rate(requests_total[5m]))[1h:])`,
    marks: ['increase(sum(rate(requests_total[5m]))[1h:])'],
  },
]);
