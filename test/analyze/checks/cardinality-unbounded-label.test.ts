import check from '../../../lib/analyze/checks/cardinality-unbounded-label.ts';
import { promql, record } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'added up over it', of: m.refusals_total.rate().sumBy('limit') },
  {
    name: 'by it',
    of: m.refusals_total.rate().sumBy('limit', 'caller'),
    marks: ['refusals_total{job="api"}'],
    message:
      '`caller` of `refusals_total` has values without end, and the result has a series for each of them',
    hint: '`sum without (caller) (…)`',
  },
  {
    name: 'not aggregated at all',
    of: promql`rate(refusals_total[5m])`,
    marks: ['refusals_total'],
  },
  { name: 'the largest ones only', of: m.refusals_total.rate().sumBy('caller').topk(10) },
  { name: 'of the caller that was chosen', of: promql`rate(refusals_total{caller="$caller"}[5m])` },
  {
    name: 'of all callers but one',
    of: promql`rate(refusals_total{caller!="probe"}[5m])`,
    marks: ['refusals_total{caller!="probe"}'],
  },
  { name: 'another metric by a label of that name', of: promql`sum by (route) (requests_total)` },
  {
    name: 'on both sides, once',
    of: promql`rate(refusals_total[5m]) / rate(refusals_total[1h])`,
    marks: ['refusals_total'],
  },
  {
    name: 'in a rule',
    of: record({
      name: 'caller:refusals:rate5m',
      expr: m.refusals_total.rate('5m').sumBy('caller'),
    }),
    marks: ['refusals_total{job="api"}'],
  },
]);
