import check from '../../../lib/analyze/checks/join-on-label-impossible.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'both sides have it',
    of: promql`queue_depth / on (queue) group_left () sum by (queue) (worker_slots)`,
  },
  { name: 'a variable', of: promql`queue_depth / on ($label) worker_slots` },
  { name: 'what is not declared may have it', of: promql`sum(x) by (a) / on (a) y` },
  {
    name: 'nothing matches, which another check says',
    of: promql`queue_depth / on (queue) latency_seconds`,
  },
  {
    name: 'neither side has it',
    of: promql`1 + (queue_depth / on (instance, route) group_left () latency_seconds)`,
    marks: ['queue_depth / on (instance, route) group_left () latency_seconds'],
    severity: 'warning',
    message: 'neither side of `/` has `route` to match on: `queue_depth` has no such label',
    hint: '`on (instance)`',
  },
  {
    name: 'one side may have it, the other cannot',
    of: promql`label_replace(latency_seconds, "zone", "$1", "instance", "(a.*)") * on (instance, zone) latency_seconds`,
    marks: [
      'label_replace(latency_seconds, "zone", "$1", "instance", "(a.*)") * on (instance, zone) latency_seconds',
    ],
    severity: 'error',
    message: 'the right side of `*` has no `zone` to match on: `latency_seconds` has no such label',
  },
]);
