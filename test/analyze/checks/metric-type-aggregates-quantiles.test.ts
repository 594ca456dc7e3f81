import check from '../../../lib/analyze/checks/metric-type-aggregates-quantiles.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'the largest', of: promql`max(wait_seconds{quantile="0.99"})` },
  { name: 'the mean of all observations', of: promql`sum(rate(wait_seconds_sum[5m]))` },
  {
    name: 'the quantile of summed buckets',
    of: promql`histogram_quantile(0.9, sum by (le) (rate(payload_bytes_bucket[5m])))`,
  },
  {
    name: 'the mean of a summary',
    of: promql`avg by (queue) (wait_seconds{quantile="0.99"}) > 5`,
    marks: ['avg by (queue) (wait_seconds{quantile="0.99"})'],
    message: '`avg` of quantiles is no quantile of all',
    hint: '`max(…)`; of a histogram, `histogram_quantile` of the summed buckets',
  },
  {
    name: 'the sum of computed ones',
    of: promql`sum(histogram_quantile(0.9, rate(payload_bytes_bucket[5m])))`,
    marks: ['sum(histogram_quantile(0.9, rate(payload_bytes_bucket[5m])))'],
  },
]);
