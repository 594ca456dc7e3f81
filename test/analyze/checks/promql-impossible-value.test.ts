import check from '../../../lib/analyze/checks/promql-impossible-value.ts';
import { matches, not, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

describeCheck(check, [
  { name: 'a known value', of: m.requests_total.where({ code: '500' }).rate().sum() },
  {
    name: 'a regular expression that some match',
    of: m.requests_total.where({ code: matches('5..') }).rate(),
  },
  { name: 'all but a known value', of: m.requests_total.where({ code: not('500') }).rate() },
  { name: 'a label of open values', of: promql`sum(rate(requests_total{route="/nowhere"}[5m]))` },
  { name: 'a variable', of: promql`sum(rate(requests_total{code=~"$code"}[5m]))` },
  {
    name: 'a value that the label never has',
    of: promql`sum(rate(requests_total{code="501"}[5m]))`,
    marks: ['code="501"'],
    message: '`code="501"` passes none of the values of `code`',
    hint: '`500`',
  },
  {
    name: 'a regular expression that none match',
    of: m.requests_total
      .where({ code: matches('3..') })
      .rate()
      .sum(),
    marks: ['code=~"3.."'],
    message: '`code=~"3.."` passes none of the values of `code`',
  },
  {
    name: 'another job',
    of: promql`worker_slots{job="api"}`,
    marks: ['job="api"'],
    hint: '`worker`',
  },
  {
    name: 'a pattern of a part',
    of: promql`queue_depth{queue=~"ma"}`,
    marks: ['queue=~"ma"'],
    hint: '`queue=~".*ma.*"`, because a pattern has to match all of the value',
  },
]);
