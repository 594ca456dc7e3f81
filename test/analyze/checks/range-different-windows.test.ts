import check from '../../../lib/analyze/checks/range-different-windows.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'the same window',
    of: promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[5m]))`,
  },
  {
    name: 'now against before',
    of: promql`sum(rate(requests_total[5m])) / sum(rate(requests_total[1d]))`,
  },
  {
    name: 'a variable',
    of: promql`sum(rate(retries_total[5m])) / sum(rate(requests_total[$__rate_interval]))`,
  },
  {
    name: 'a difference',
    of: promql`sum(rate(retries_total[5m])) - sum(rate(requests_total[1h]))`,
  },
  {
    name: 'a ratio',
    of: promql`100 * sum(rate(retries_total[5m])) / sum(rate(requests_total[1m])) > 5`,
    marks: ['100 * sum(rate(retries_total[5m])) / sum(rate(requests_total[1m]))'],
    message: 'the left side of `/` is over `5m`, the right side over `1m`',
    hint: 'the same window on both sides',
  },
]);
