import check from '../../../lib/analyze/checks/unit-rate-as-share.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'another name',
    of: alertOf(promql`rate(retries_total[5m]) > 0.01`, { name: 'ManyRetries' }),
  },
  {
    name: 'more than one a second',
    of: alertOf(promql`rate(retries_total[5m]) > 5`, { name: 'HighErrorRate' }),
  },
  {
    name: 'a number in a window',
    of: alertOf(promql`increase(retries_total[5m]) > 0.5`, { name: 'HighErrorRate' }),
  },
  {
    name: 'a share of all',
    of: alertOf(promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[5m])) > 0.01`, {
      name: 'HighErrorRate',
    }),
  },
  {
    name: 'failures per second',
    of: alertOf(promql`sum by (code) (rate(retries_total[5m])) > 0.01`, {
      name: 'FailureRatioHigh',
    }),
    marks: ['sum by (code) (rate(retries_total[5m])) > 0.01'],
    message: '`> 0.01` is 36 an hour for each series, however many there are in all',
    hint: '`… / sum(rate(…[5m]))` of all of them',
  },
]);
