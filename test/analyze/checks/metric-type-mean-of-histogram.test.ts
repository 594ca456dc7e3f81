import check from '../../../lib/analyze/checks/metric-type-mean-of-histogram.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'the mean that a handle makes', of: m.payload_bytes.mean({ by: ['route'] }) },
  {
    name: 'the same matchers in another order',
    of: promql`rate(payload_bytes_sum{job="api",route="/"}[5m]) / rate(payload_bytes_count{route="/",job="api"}[5m])`,
  },
  {
    name: 'bytes for each request',
    of: promql`sum(rate(payload_bytes_sum[5m])) / sum(rate(requests_total[5m]))`,
  },
  { name: 'what is not declared', of: promql`rate(x_sum[5m]) / rate(y_count[5m])` },
  {
    name: 'two histograms',
    of: promql`max(sum(rate(wait_seconds_sum[5m])) / sum(rate(payload_bytes_count[5m])))`,
    marks: ['sum(rate(wait_seconds_sum[5m])) / sum(rate(payload_bytes_count[5m]))'],
    message: 'the sum of `wait_seconds` is divided by the number of `payload_bytes`',
    hint: '`wait_seconds_count`',
  },
  {
    name: 'other series',
    of: promql`sum(rate(wait_seconds_sum{queue="pdf"}[5m])) / sum(rate(wait_seconds_count[5m]))`,
    marks: ['sum(rate(wait_seconds_sum{queue="pdf"}[5m])) / sum(rate(wait_seconds_count[5m]))'],
    message: 'the sum and the number of `wait_seconds` are not of the same series',
    hint: 'the same matchers on both sides',
  },
  {
    name: 'no rate',
    of: promql`wait_seconds_sum / wait_seconds_count`,
    marks: ['wait_seconds_sum / wait_seconds_count'],
    message: 'the mean of `wait_seconds` is of everything since the process started',
    hint: '`rate(…[5m])` around both selectors',
  },
]);
