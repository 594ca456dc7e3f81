import check from '../../../lib/analyze/checks/metric-type-needs-gauge.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'delta of a gauge', of: m.queue_depth.delta() },
  { name: 'the mean of a rate', of: promql`avg_over_time(rate(requests_total[5m])[1h:])` },
  { name: 'the largest value of a counter', of: promql`max_over_time(requests_total[5m])` },
  { name: 'changes of a counter', of: promql`changes(requests_total[5m])` },
  {
    name: 'delta of a counter',
    of: promql`sum(delta(requests_total[5m]))`,
    marks: ['delta(requests_total[5m])'],
    message: '`delta` needs a gauge, but `requests_total` is a counter',
    hint: '`increase(requests_total[5m])`',
  },
  {
    name: 'the mean of a counter',
    of: promql`avg_over_time(requests_total[5m])`,
    marks: ['avg_over_time(requests_total[5m])'],
    hint: '`rate(requests_total[5m])`',
  },
  {
    name: 'the mean of buckets',
    of: promql`avg_over_time(payload_bytes_bucket[5m])`,
    marks: ['avg_over_time(payload_bytes_bucket[5m])'],
    message:
      '`avg_over_time` needs a gauge, but `payload_bytes_bucket` is the buckets of a histogram',
  },
]);
