import check from '../../../lib/analyze/checks/unit-title-window.ts';
import { promql, stat, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';

const rate = promql`sum(rate(requests_total[5m]))`;
const minutes = promql`sum(rate(requests_total[5m])) * 60`;

describeCheck(check, [
  { name: 'per second', of: timeseries('Requests per second', '').query(rate) },
  { name: 'per minute', of: timeseries('Requests/min', '').query(minutes) },
  { name: 'no length of time', of: timeseries('Requests per route', '').query(rate) },
  {
    name: 'what is not declared',
    of: timeseries('Requests per minute', '').query(promql`rate(x_total[5m])`),
  },
  {
    name: 'an increase',
    of: stat('Requests per minute', '').query(promql`increase(requests_total[1m])`),
  },
  {
    name: 'a minute above a second',
    of: timeseries('Requests / min', '').query(rate),
    marks: ['sum(rate(requests_total[5m]))'],
    message: '`Requests / min` shows values per second',
    hint: '`… * 60`, or another title',
  },
  {
    name: 'a second above a minute',
    of: timeseries('Requests per second', '').query(minutes),
    marks: ['sum(rate(requests_total[5m])) * 60'],
    message: '`Requests per second` shows values per minute',
  },
]);
