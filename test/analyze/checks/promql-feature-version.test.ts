import check from '../../../lib/analyze/checks/promql-feature-version.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

// The shop has Prometheus 3.2.1.
describeCheck(check, [
  { name: 'a function that is older', of: promql`histogram_avg(rate(render_seconds[5m]))` },
  {
    name: 'a function of a later release',
    of: promql`max(first_over_time(queue_depth[5m]))`,
    marks: ['first_over_time(queue_depth[5m])'],
    message: '`first_over_time` came with Prometheus 3.7, and the stack has 3.2.1',
    hint: "`prometheus: { version: '3.7.0' }` or later",
  },
  {
    name: 'an experimental function',
    of: promql`sort_by_label(queue_depth, "queue")`,
    marks: ['sort_by_label(queue_depth, "queue")'],
    message: "`sort_by_label` is experimental, and the stack's Prometheus does not enable that",
    hint: "`flags: ['--enable-feature=promql-experimental-functions']`",
  },
  {
    name: 'an experimental aggregation',
    of: promql`limitk(3, queue_depth)`,
    marks: ['limitk(3, queue_depth)'],
  },
  {
    name: 'a duration that Grafana computes',
    of: promql`max_over_time(queue_depth[\${seconds}s])`,
  },
  {
    name: 'syntax of a later release',
    of: promql`rate(requests_total[5m + 1m] smoothed)`,
    marks: ['requests_total[5m + 1m] smoothed', 'requests_total[5m + 1m] smoothed'],
    message: '`smoothed` came with Prometheus 3.7, and the stack has 3.2.1',
  },
  {
    name: 'a matching that fills in',
    of: promql`queue_depth + on (queue) fill (0) queue_depth`,
    marks: ['queue_depth + on (queue) fill (0) queue_depth'],
    message: '`fill` came with Prometheus 3.10, and the stack has 3.2.1',
  },
]);
