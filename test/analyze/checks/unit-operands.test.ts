import check from '../../../lib/analyze/checks/unit-operands.ts';
import { promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a number', of: m.latency_seconds.gt(3) },
  { name: 'seconds and seconds', of: promql`latency_seconds > max(latency_seconds)` },
  { name: 'a moment and a length of time', of: promql`time() - last_done_timestamp > 300` },
  { name: 'things of two kinds', of: promql`sum(requests_total) - sum(queue_depth)` },
  { name: 'two conditions', of: promql`latency_seconds > 3 or disk_used > 0.9` },
  { name: 'a product', of: promql`disk_used * latency_seconds` },
  {
    name: 'seconds and a ratio',
    of: promql`max(latency_seconds > disk_used)`,
    marks: ['latency_seconds > disk_used'],
    message: '`>` compares `seconds` with `ratio`',
  },
  {
    name: 'bytes and seconds',
    of: promql`payload_bytes_sum - ignoring (route) group_left () latency_seconds`,
    marks: ['payload_bytes_sum - ignoring (route) group_left () latency_seconds'],
    message: '`-` combines `bytes` with `seconds`',
  },
  {
    name: 'seconds and milliseconds',
    of: promql`latency_seconds * 1000 > max(latency_seconds)`,
    marks: ['latency_seconds * 1000 > max(latency_seconds)'],
    message: '`>` compares `milliseconds` with `seconds`',
    hint: 'multiply the right side by 1000',
  },
  {
    name: 'a ratio and percent',
    of: promql`disk_used > 100 * max(disk_used)`,
    marks: ['disk_used > 100 * max(disk_used)'],
    hint: 'multiply the left side by 100',
  },
]);
