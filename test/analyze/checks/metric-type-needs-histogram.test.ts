import check from '../../../lib/analyze/checks/metric-type-needs-histogram.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'of a native histogram', of: promql`histogram_sum(rate(render_seconds[5m]))` },
  { name: 'of what is not declared', of: promql`histogram_sum(rate(x_total[5m]))` },
  {
    name: 'of a gauge',
    of: promql`1 + histogram_avg(queue_depth)`,
    marks: ['histogram_avg(queue_depth)'],
    message: '`histogram_avg` needs a native histogram, but `queue_depth` is a gauge',
  },
  {
    name: 'of classic buckets',
    of: promql`histogram_sum(payload_bytes_bucket)`,
    marks: ['histogram_sum(payload_bytes_bucket)'],
  },
]);
