import check from '../../../lib/analyze/checks/metric-type-needs-buckets.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'of buckets', of: m.payload_bytes.quantile(0.9) },
  { name: 'of a native histogram', of: promql`histogram_quantile(0.9, rate(render_seconds[5m]))` },
  {
    name: 'of something that is not declared',
    of: promql`histogram_quantile(0.9, rate(x_total[5m]))`,
  },
  {
    name: 'of the sum of a histogram',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_sum[5m]))`,
    marks: ['histogram_quantile(0.9, rate(payload_bytes_sum[5m]))'],
    message: '`histogram_quantile` needs the buckets of a histogram, but its argument is a rate',
    hint: '`rate(…_bucket[5m])`',
  },
  {
    name: 'of a summary',
    of: promql`histogram_quantile(0.9, wait_seconds)`,
    marks: ['histogram_quantile(0.9, wait_seconds)'],
    message:
      '`histogram_quantile` needs the buckets of a histogram, but `wait_seconds` is a quantile',
  },
]);
