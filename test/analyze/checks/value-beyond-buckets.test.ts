import check from '../../../lib/analyze/checks/value-beyond-buckets.ts';
import { promql, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'below the last bucket',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 999`,
  },
  {
    name: 'exactly the last bucket, which a quantile can be',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) >= 1000`,
  },
  {
    name: 'less than',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) < 5000`,
  },
  {
    name: 'a native histogram',
    of: promql`histogram_quantile(0.9, rate(render_seconds[5m])) > 99`,
  },
  {
    name: 'what is not declared',
    of: promql`histogram_quantile(0.9, rate(x_seconds_bucket[5m])) > 5000`,
  },
  {
    name: 'above the last bucket',
    of: promql`max(histogram_quantile(0.9, sum by (le) (rate(payload_bytes_bucket[5m])))) > 1000`,
    marks: ['max(histogram_quantile(0.9, sum by (le) (rate(payload_bytes_bucket[5m])))) > 1000'],
    message:
      '`> 1000` is never true: the last bucket of `payload_bytes` is `1000`, and no quantile is above it',
    hint: 'a threshold below 1000, or a histogram with larger buckets',
  },
  {
    name: 'the threshold on the left',
    of: promql`2000 <= histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) and on () up`,
    marks: ['2000 <= histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))'],
  },
  {
    name: 'one of two ways to fire',
    of: promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 5000 or up == 0`,
    marks: ['histogram_quantile(0.9, rate(payload_bytes_bucket[5m])) > 5000'],
    severity: 'info',
  },
  {
    name: 'a colour at the last bucket',
    of: timeseries('A', '')
      .query(promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`)
      .thresholds({ critical: 1000 }),
  },
  {
    name: 'a colour for another query of the panel',
    of: timeseries('A', '')
      .queries([
        promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`,
        promql`queue_depth`,
      ])
      .thresholds({ critical: 5000 }),
  },
  {
    name: 'a colour beyond the last bucket',
    of: timeseries('A', '')
      .query(promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`)
      .thresholds({ warning: 500, critical: 5000 }),
    marks: ['histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))'],
    message:
      '`A` never has the colour from `5000` on: the last bucket of `payload_bytes` is `1000`, and no quantile is above it',
    hint: 'a threshold up to 1000, or a histogram with larger buckets',
    severity: 'warning',
  },
]);
