import check from '../../../lib/analyze/checks/metric-type-raw-counter.ts';
import { promql } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'an increase', of: alertOf(promql`increase(requests_total[1h]) > 10`) },
  { name: 'whether it ever happened', of: alertOf(promql`requests_total > 0`) },
  { name: 'a number of series', of: alertOf(promql`count(requests_total) > 10`) },
  { name: 'a difference', of: alertOf(promql`requests_total - requests_total offset 1h > 10`) },
  { name: 'a graph', of: promql`requests_total > 10` },
  { name: 'a metric that is not declared', of: alertOf(promql`x_total > 10`) },
  {
    name: 'a counter',
    of: alertOf(promql`sum by (code) (requests_total{code="500"}) > 10 and on () up`),
    marks: ['sum by (code) (requests_total{code="500"}) > 10'],
    message: '`> 10` compares what a counter has counted since its process started',
    hint: '`increase(…[1h])` or `rate(…[5m])`',
  },
]);
