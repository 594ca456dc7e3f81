import check from '../../../lib/analyze/checks/metric-type-mean-of-state.ts';
import { promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  {
    name: 'percent',
    of: stat('A', '')
      .query(promql`avg(paused)`)
      .unit('percentunit'),
  },
  {
    name: 'the state',
    of: stat('A', '')
      .query(promql`max(paused)`)
      .unit('short'),
  },
  {
    name: 'another mean',
    of: stat('A', '')
      .query(promql`avg(queue_depth)`)
      .unit('short'),
  },
  {
    name: 'a mean over time and series',
    of: timeseries('Paused', '')
      .query(promql`avg(avg_over_time(paused[1h]))`)
      .unit('short'),
    marks: ['avg(avg_over_time(paused[1h]))'],
    message: '`Paused` shows the mean of 0 and 1 as a plain number',
    hint: '`percentunit`',
  },
]);
