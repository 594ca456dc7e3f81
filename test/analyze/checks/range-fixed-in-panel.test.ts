import check from '../../../lib/analyze/checks/range-fixed-in-panel.ts';
import { stat, target, timeseries } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const perSecond = m.requests_total.rate('5m').sum();

describeCheck(check, [
  { name: "Grafana's window", of: m.requests_total.rate().sum() },
  { name: 'a number, not a graph', of: stat('Requests', '').query(perSecond) },
  { name: 'an increase', of: m.requests_total.increase('1h').sum() },
  { name: 'the title names it', of: timeseries('Requests (5m)', '').query(perSecond) },
  {
    name: 'the description names it',
    of: timeseries('Requests', 'Mean over five minutes.').query(perSecond),
  },
  { name: 'the legend names it', of: perSecond.legend('5m rate') },
  { name: 'a single value', of: target(perSecond, { instant: true }) },
  {
    name: 'nothing names it',
    of: timeseries('Requests', 'Requests served.').query(perSecond),
    marks: ['rate(requests_total{job="api"}[5m])'],
    message: 'a window of `5m` leaves gaps where the points in time are further apart',
    hint: '`$__rate_interval`, or the window in the title',
  },
]);
