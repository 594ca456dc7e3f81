import check from '../../../lib/analyze/checks/promql-result-type.ts';
import { promql, record, table, target, timeseries } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const samples = promql`requests_total[5m]`;

describeCheck(check, [
  { name: 'a vector', of: promql`rate(requests_total[5m])` },
  { name: 'a number', of: record({ name: 'a:b', expr: promql`1` }) },
  { name: 'a variable', of: promql`$query` },
  {
    name: 'an instant query',
    of: timeseries('Samples', '').query(target(samples, { instant: true })),
  },
  { name: 'a table', of: table('Samples', '').query(samples) },
  {
    name: 'a range vector in a graph',
    of: samples,
    marks: ['requests_total[5m]'],
    message: 'a query over time needs one value for each moment, and this is a range vector',
    hint: '`rate(…)`, or a function such as `max_over_time(…)`',
  },
  {
    name: 'a subquery in a rule',
    of: record({ name: 'a:b', expr: promql`(queue_depth[5m:1m])` }),
    marks: ['(queue_depth[5m:1m])'],
  },
  {
    name: 'a text',
    of: alertOf(promql`"always"`),
    marks: ['"always"'],
    message: 'a rule needs one value for each moment, and this is a text',
  },
]);
