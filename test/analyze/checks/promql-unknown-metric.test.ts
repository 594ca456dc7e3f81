import check from '../../../lib/analyze/checks/promql-unknown-metric.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'declared', of: m.queue_depth },
  { name: 'a series of a histogram', of: promql`rate(payload_bytes_bucket[5m])` },
  { name: 'what Prometheus makes itself', of: promql`up == 0` },
  { name: 'a name that a variable decides', of: promql`\${prefix}_total` },
  {
    name: 'misspelt',
    of: promql`sum(queue_deth)`,
    marks: ['queue_deth'],
    message: '`queue_deth` is neither declared in a catalog nor recorded by a rule',
    hint: '`queue_depth`',
  },
  {
    name: 'like nothing',
    of: promql`go_goroutines`,
    marks: ['go_goroutines'],
    hint: 'declare `go_goroutines` in `metrics.ts`',
  },
  {
    name: 'a histogram without suffix',
    of: promql`rate(payload_bytes[5m])`,
    marks: ['payload_bytes'],
    message: '`payload_bytes` is a histogram, and has no series of that name',
    hint: '`payload_bytes_bucket`, `payload_bytes_sum` or `payload_bytes_count`',
  },
  {
    name: 'two of them',
    of: promql`sum(queue_deth) + sum(nothing)`,
    marks: ['queue_deth', 'nothing'],
  },
  {
    name: 'in a rule',
    of: record({ name: 'a:b', expr: promql`sum(queue_deth)` }),
    marks: ['queue_deth'],
  },
]);
