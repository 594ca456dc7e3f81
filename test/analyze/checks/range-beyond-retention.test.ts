import check from '../../../lib/analyze/checks/range-beyond-retention.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

// The shop keeps 15 days.
describeCheck(check, [
  { name: 'a week', of: promql`avg_over_time(queue_depth[1w])` },
  { name: 'a week, a week ago', of: promql`avg_over_time(queue_depth[1w] offset 1w)` },
  { name: 'a look ahead', of: promql`queue_depth offset -30d` },
  { name: "Grafana's time range", of: promql`avg_over_time(queue_depth[$__range])` },
  {
    name: 'a month',
    of: promql`max(avg_over_time(queue_depth[30d]))`,
    marks: ['queue_depth[30d]'],
    message: '`30d` back is more than the `15d` that Prometheus keeps',
    hint: 'a shorter window, or `prometheus: { retention: { time: … } }`',
  },
  { name: 'a month ago', of: promql`queue_depth offset 4w`, marks: ['queue_depth offset 4w'] },
  {
    name: 'ten days, ten days ago',
    of: promql`rate(requests_total[10d] offset 10d)`,
    marks: ['requests_total[10d] offset 10d'],
  },
  {
    name: 'a month ago, once only',
    of: promql`rate(requests_total[5m] offset 30d)`,
    marks: ['requests_total[5m] offset 30d'],
  },
]);
