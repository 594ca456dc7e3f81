import check from '../../../lib/analyze/checks/house-fragile-range.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'four intervals', of: promql`rate(requests_total[1m])` },
  { name: 'no two samples, which is worse', of: promql`rate(requests_total[20s])` },
  { name: 'what needs one', of: promql`max_over_time(queue_depth[30s])` },
  { name: 'what Grafana chooses', of: promql`rate(requests_total[$__rate_interval])` },
  {
    name: 'three intervals',
    of: promql`sum(increase(requests_total[45s]))`,
    marks: ['increase(requests_total[45s])'],
    message: '`45s` is less than four times the `15s` between two samples',
    hint: '`[1m]`',
  },
]);
