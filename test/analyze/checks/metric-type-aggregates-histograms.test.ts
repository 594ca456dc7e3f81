import check from '../../../lib/analyze/checks/metric-type-aggregates-histograms.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'a sum', of: promql`sum(rate(render_seconds[5m]))` },
  { name: 'a number of it', of: promql`max(histogram_avg(rate(render_seconds[5m])))` },
  { name: 'classic buckets', of: promql`max(rate(payload_bytes_bucket[5m]))` },
  {
    name: 'the largest histogram',
    of: promql`histogram_count(max(rate(render_seconds[5m])))`,
    marks: ['max(rate(render_seconds[5m]))'],
    message: '`max` passes over native histograms',
    hint: '`max` of `histogram_count(…)` or `histogram_avg(…)`',
  },
]);
