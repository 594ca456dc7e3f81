import check from '../../../lib/analyze/checks/metric-type-quantile-per-target.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'summed buckets',
    of: promql`histogram_quantile(0.9, sum by (le) (rate(payload_bytes_bucket[5m])))`,
  },
  {
    name: 'the largest of all',
    of: promql`max(histogram_quantile(0.9, rate(payload_bytes_bucket[5m])))`,
  },
  {
    name: 'one target',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_bucket{instance="a"}[5m]))`,
  },
  {
    name: 'a line for each target',
    of: {
      ...promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`,
      legendFormat: '{{instance}}',
    },
  },
  { name: 'a native histogram', of: promql`histogram_quantile(0.9, rate(render_seconds[5m]))` },
  {
    name: 'an alert',
    of: alertOf(promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 500`),
    marks: ['histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))'],
    message: 'the buckets are not added up: there is a quantile for each `instance` and `route`',
    hint: '`sum by (le) (rate(…))`, with the labels that tell lines apart',
  },
  {
    name: 'buckets of which the labels are not known',
    of: promql`histogram_quantile(0.9, rate(nothing_bucket[5m]))`,
    marks: ['histogram_quantile(0.9, rate(nothing_bucket[5m]))'],
    message: 'the buckets are not added up: there is a quantile for each series of them',
  },
]);
