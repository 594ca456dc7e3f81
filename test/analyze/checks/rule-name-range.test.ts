import check from '../../../lib/analyze/checks/rule-name-range.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'the same', of: record({ name: 'a:b:rate1h', expr: promql`rate(requests_total[60m])` }) },
  { name: 'no range in the name', of: record({ name: 'a:b:rate', expr: promql`rate(a[5m])` }) },
  { name: 'no range in the expression', of: record({ name: 'a:b:rate5m', expr: promql`c:d` }) },
  { name: 'a name that ends like one', of: record({ name: 'a:b:p5m', expr: promql`rate(a[1m])` }) },
  {
    name: 'one of two',
    of: record({
      name: 'a:b:rate5m',
      expr: promql`rate(requests_total[5m]) / max_over_time(queue_depth[1h])`,
    }),
  },
  {
    name: 'another',
    of: record({ name: 'a:b:rate5m', expr: promql`sum(rate(requests_total[1m]))` }),
    marks: ['sum(rate(requests_total[1m]))'],
    message: '`a:b:rate5m` is named after `5m`, but its range is `1m`',
  },
]);
