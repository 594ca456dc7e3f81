import check from '../../../lib/analyze/checks/range-irate-in-alert.ts';
import { promql, record } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

describeCheck(check, [
  { name: 'rate', of: alertOf(promql`rate(requests_total[5m]) > 1`) },
  {
    name: 'a recording rule',
    of: record({ name: 'requests:irate5m', expr: promql`irate(requests_total[5m])` }),
  },
  { name: 'a graph', of: promql`irate(requests_total[5m])` },
  {
    name: 'irate',
    of: alertOf(promql`sum(irate(requests_total[5m])) > 1`),
    marks: ['irate(requests_total[5m])'],
    message: '`irate` sees the last two samples of its window only',
    hint: '`rate(requests_total[5m])`',
  },
]);
