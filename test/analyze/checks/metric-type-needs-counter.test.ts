import check from '../../../lib/analyze/checks/metric-type-needs-counter.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'rate of a counter', of: m.requests_total.rate() },
  { name: 'rate of buckets', of: promql`rate(payload_bytes_bucket[5m])` },
  { name: 'rate of a native histogram', of: promql`rate(render_seconds[5m])` },
  { name: 'deriv of a gauge', of: m.queue_depth.deriv() },
  { name: 'rate of what is not declared', of: promql`rate(somebody_elses[5m])` },
  {
    name: 'rate of a gauge',
    of: promql`sum(rate(queue_depth[5m]))`,
    marks: ['rate(queue_depth[5m])'],
    message: '`rate` needs a counter, but `queue_depth` is a gauge',
    hint: '`deriv(queue_depth[5m])`',
  },
  {
    name: 'increase of a gauge',
    of: promql`increase(queue_depth{queue="mail"}[5m])`,
    marks: ['increase(queue_depth{queue="mail"}[5m])'],
    hint: '`delta(queue_depth{queue="mail"}[5m])`',
  },
  {
    name: 'rate of a state',
    of: promql`rate(up[5m])`,
    marks: ['rate(up[5m])'],
    message: '`rate` needs a counter, but `up` is a state',
  },
  {
    name: 'rate of a quantile',
    of: promql`rate(wait_seconds{quantile="0.99"}[5m])`,
    marks: ['rate(wait_seconds{quantile="0.99"}[5m])'],
  },
]);
