import check from '../../../lib/analyze/checks/rule-name-unit.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'the unit of the series',
    of: record({
      name: 'job:payload_bytes:rate5m',
      expr: promql`sum by (job) (rate(payload_bytes_sum[5m]))`,
    }),
  },
  {
    name: 'a share',
    of: record({
      name: 'job:payload_bytes:share',
      expr: promql`rate(payload_bytes_sum[5m]) / rate(payload_bytes_sum[5m])`,
    }),
  },
  {
    name: 'what is not declared',
    of: record({ name: 'job:x_bytes:max', expr: promql`max by (job) (nothing)` }),
  },
  {
    name: 'bytes for seconds',
    of: record({ name: 'job:latency_bytes:max', expr: promql`max by (job) (latency_seconds)` }),
    marks: ['max by (job) (latency_seconds)'],
    message: '`job:latency_bytes:max` is named after `bytes`, but its expression is in `seconds`',
  },
  {
    name: 'a ratio for jobs',
    of: record({ name: 'job:queue:ratio', expr: promql`max by (job) (queue_depth)` }),
    marks: ['max by (job) (queue_depth)'],
  },
]);
