import check from '../../../lib/analyze/checks/promql-value-type.ts';
import { matches, promql } from '../../../lib/index.ts';
import { describeCheck } from '../describe-check.ts';
import { m } from '../shop.ts';

const { selector } = m.queue_depth;

describeCheck(check, [
  { name: 'right', of: m.requests_total.rate().sum() },
  { name: 'a variable, whose type is not known', of: promql`sum(queue_depth) > $limit` },
  {
    name: 'a regular expression, which has a check of its own',
    of: m.requests_total.where({ route: matches('(') }).rate(),
  },
  {
    name: 'an instant vector in place of a range',
    of: { node: { kind: 'call', func: 'deriv', args: [selector] } },
    marks: ['queue_depth{job="api"}'],
    hint: 'add a range: `[5m]`',
  },
  {
    name: 'too few arguments',
    of: { node: { kind: 'call', func: 'clamp', args: [selector] } },
    marks: ['clamp(queue_depth{job="api"})'],
  },
  {
    name: 'a function that there is not',
    of: { node: { kind: 'call', func: 'avg_overtime', args: [] } },
    marks: ['avg_overtime()'],
    hint: '`avg_over_time()`',
  },
  {
    name: 'a set operator with a number, inside',
    of: {
      node: {
        kind: 'aggregate',
        op: 'sum',
        of: { kind: 'binary', op: 'and', left: selector, right: { kind: 'number', value: 1 } },
      },
    },
    marks: ['1'],
  },
]);
