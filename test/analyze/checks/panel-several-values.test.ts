import check from '../../../lib/analyze/checks/panel-several-values.ts';
import { organize, promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const depth = promql`queue_depth`;

describeCheck(check, [
  { name: 'one number', of: stat('A', '').query(promql`max(queue_depth)`) },
  { name: 'one of them', of: stat('A', '').query(promql`queue_depth{queue="mail"}`) },
  { name: 'a number for each target', of: stat('A', '').query(promql`latency_seconds`) },
  { name: 'versions', of: stat('A', '').query(promql`build_info`) },
  { name: 'lines', of: timeseries('A', '').query(depth) },
  { name: 'a transformation', of: stat('A', '').query(depth).transform(organize({})) },
  { name: 'names', of: stat('A', '').query({ ...depth, legendFormat: '{{queue}}' }) },
  { name: 'what is not declared', of: stat('A', '').query(promql`nothing`) },
  {
    name: 'several queues',
    of: stat('A', '').query(depth),
    marks: ['queue_depth'],
    message: '`A` shows a number for each `queue`',
    hint: '`max(…)` or `sum(…)`, or a legend that names them',
  },
]);
