import check from '../../../lib/analyze/checks/panel-no-data-for-none.ts';
import { promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const retries = promql`sum(increase(retries_total{code="500"}[$__range]))`;

describeCheck(check, [
  {
    name: 'a counter that is always there',
    of: stat('A', '').query(promql`sum(increase(requests_total[$__range]))`),
  },
  { name: 'a text for nothing', of: stat('A', '').query(retries).noValue('0') },
  { name: 'a graph', of: timeseries('A', '').query(retries) },
  {
    name: 'all that was asked for',
    of: stat('A', '').query(promql`sum(increase(retries_total{job="api"}[$__range]))`),
  },
  {
    name: 'a number for each code',
    of: stat('A', '').query(promql`sum by (code) (increase(retries_total[$__range]))`),
  },
  {
    name: 'a total of what may not be there',
    of: stat('A', '').query(retries),
    marks: ['sum(increase(retries_total{code="500"}[$__range]))'],
    message: '`A` has no data until `retries_total` has counted something',
    hint: '`… or vector(0)`',
  },
]);
