import check from '../../../lib/analyze/checks/metric-type-counter-in-graph.ts';
import { promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const total = promql`sum by (code) (requests_total)`;

describeCheck(check, [
  { name: 'a rate', of: timeseries('A', '').query(promql`sum(rate(requests_total[5m]))`) },
  { name: 'a total', of: stat('A', '').query(total) },
  { name: 'a gauge', of: timeseries('A', '').query(promql`sum(queue_depth)`) },
  { name: 'a number of series', of: timeseries('A', '').query(promql`count(requests_total)`) },
  {
    name: 'a difference',
    of: timeseries('A', '').query(promql`requests_total - requests_total offset 1h`),
  },
  { name: 'a metric that is not declared', of: timeseries('A', '').query(promql`x_total`) },
  {
    name: 'a raw counter',
    of: timeseries('A', '').query(total),
    marks: ['sum by (code) (requests_total)'],
    message: '`A` draws what `requests_total` has counted since its process started',
    hint: '`rate(…[$__rate_interval])`',
  },
]);
