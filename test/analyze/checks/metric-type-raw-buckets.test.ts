import check from '../../../lib/analyze/checks/metric-type-raw-buckets.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'of a rate', of: m.payload_bytes.quantile(0.9) },
  {
    name: 'of an increase',
    of: promql`histogram_quantile(0.9, sum by (le) (increase(payload_bytes_bucket[1h])))`,
  },
  {
    name: 'of buckets',
    of: promql`max(histogram_quantile(0.9, payload_bytes_bucket))`,
    marks: ['histogram_quantile(0.9, payload_bytes_bucket)'],
    message: '`histogram_quantile` of raw buckets is the quantile since the process started',
    hint: '`rate(…[5m])` around the selector',
  },
  {
    name: 'of a native histogram',
    of: promql`histogram_quantile(0.9, render_seconds)`,
    marks: ['histogram_quantile(0.9, render_seconds)'],
  },
]);
