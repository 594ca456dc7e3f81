import check from '../../../lib/analyze/checks/value-nan-in-aggregate.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import type { RecordingRule } from '../../../lib/model/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'a quotient of sums',
    of: promql`sum(rate(hits_total[5m])) / sum(rate(requests_total[5m]))`,
  },
  { name: 'a maximum', of: promql`max(rate(hits_total[5m]) / rate(requests_total[5m]))` },
  {
    name: 'a guard',
    of: promql`avg(rate(hits_total[5m]) / (rate(requests_total[5m]) > 0))`,
  },
  { name: 'a gauge', of: promql`avg(queue_depth / worker_slots)` },
  { name: 'what is not declared', of: promql`avg(rate(a_total[5m]) / rate(b_total[5m]))` },
  {
    name: 'a sum of quotients',
    of: promql`1 + sum by (instance) ((rate(payload_bytes_sum[5m]) / rate(payload_bytes_count[5m])))`,
    marks: ['sum by (instance) ((rate(payload_bytes_sum[5m]) / rate(payload_bytes_count[5m])))'],
    message: 'one series of `payload_bytes_count` without traffic makes the whole `sum` NaN',
    hint: '`… / (… > 0)`, or a quotient of two sums',
  },
  {
    name: 'guards in a rule',
    of: ruleGroup('a', [
      recordOf(promql`sum(queue_depth / (worker_slots > 0))`),
      recordOf(promql`sum(queue_depth / (worker_slots >= 1))`),
      recordOf(promql`sum(queue_depth / clamp_min(worker_slots, 1))`),
      recordOf(promql`sum(queue_depth / (worker_slots != 0 and on (queue) up))`),
      recordOf(promql`sum(queue_depth / vector(2))`),
    ]),
  },
  {
    name: 'a quotient of sums in a rule that is read',
    of: ruleGroup('a', [
      record({ name: 'queue:fill', expr: promql`sum(queue_depth) / sum(worker_slots)` }),
      recordOf(promql`sum(queue:fill)`),
    ]),
  },
  {
    name: 'what filters afterwards',
    of: recordOf(promql`sum((queue_depth / worker_slots) > 0.5)`),
  },
  {
    name: 'a share of a whole',
    of: recordOf(promql`avg(queue_depth / (queue_depth + worker_slots))`),
  },
  {
    name: 'what is left of a whole',
    of: recordOf(promql`avg((worker_slots - queue_depth) / worker_slots)`),
  },
  {
    name: 'a gauge in a rule',
    of: recordOf(promql`avg(2 * queue_depth / (worker_slots >= 0))`),
    marks: ['avg(2 * queue_depth / (worker_slots >= 0))'],
    message:
      'one series for which `(worker_slots >= 0)` is 0 makes the whole `avg` NaN or infinite',
  },
  {
    name: 'over a rule',
    of: ruleGroup('a', [
      record({ name: 'queue:fill', expr: promql`queue_depth / worker_slots` }),
      recordOf(promql`sum(queue:fill + 1)`),
    ]),
    marks: ['sum(queue:fill + 1)'],
  },
]);

function recordOf(expr: ReturnType<typeof promql>): RecordingRule {
  return record({ name: 'a:b', expr });
}
