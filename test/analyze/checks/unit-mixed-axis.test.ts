import check from '../../../lib/analyze/checks/unit-mixed-axis.ts';
import { byName, promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const bytes = promql`sum(rate(payload_bytes_sum[5m]))`;
const seconds = promql`max(latency_seconds)`;

describeCheck(check, [
  { name: 'one unit', of: timeseries('A', '').query(seconds, promql`min(latency_seconds)`) },
  {
    name: 'things that are counted',
    of: timeseries('A', '').query(promql`sum(queue_depth)`, promql`count(up)`),
  },
  { name: 'tiles', of: stat('A', '').query(bytes, seconds) },
  {
    name: 'metrics that are not declared',
    of: timeseries('A', '').query(bytes, promql`x_seconds`),
  },
  {
    name: 'an axis of its own',
    of: timeseries('A', '').query(bytes, seconds).override(byName('B'), { unit: 's' }),
  },
  {
    name: 'two units',
    of: timeseries('A', '').query(seconds, promql`sum(queue_depth)`, bytes),
    marks: ['sum(rate(payload_bytes_sum[5m]))'],
    message: '`A` has `seconds` and `bytes/s` on one axis',
  },
]);
