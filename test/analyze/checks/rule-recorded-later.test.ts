import check from '../../../lib/analyze/checks/rule-recorded-later.ts';
import { promql, record, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const recorded = record({ name: 'a:b', expr: promql`sum(queue_depth)` });
const fires = alertOf(promql`a:b > 1`);

describeCheck(check, [
  { name: 'before', of: ruleGroup('shop', [recorded, fires]) },
  {
    name: 'in another group',
    of: { groups: [ruleGroup('one', [fires]), ruleGroup('two', [recorded])] },
  },
  { name: 'once before and once after', of: ruleGroup('shop', [recorded, fires, recorded]) },
  {
    name: 'each other, on purpose',
    of: ruleGroup('shop', [
      record({ name: 'c:d', expr: promql`sum(up) or e:f` }),
      record({ name: 'e:f', expr: promql`c:d` }),
    ]),
  },
  {
    name: 'over a window',
    of: ruleGroup('shop', [alertOf(promql`avg_over_time(a:b[1h]) > 1`), recorded]),
  },
  {
    name: 'after',
    of: ruleGroup('shop', [fires, recorded]),
    marks: ['a:b'],
    message:
      '`a:b` is recorded further down in the group, so `Backlog` reads the value of the interval before',
    hint: 'put `a:b` before `Backlog`',
  },
]);
