import check from '../../../lib/analyze/checks/alert-short-for.ts';
import { Duration, promql, ruleGroup } from '../../../lib/index.ts';
import { alertOf } from '../alert-of.ts';
import { describeCheck } from '../describe-check.ts';

const expr = promql`queue_depth > 1`;

describeCheck(check, [
  { name: 'none', of: alertOf(expr) },
  { name: 'zero', of: alertOf(expr, { for: Duration.of('0s') }) },
  { name: 'one interval', of: alertOf(expr, { for: Duration.of('15s') }) },
  {
    name: 'less than one',
    of: alertOf(expr, { for: Duration.of('10s') }),
    marks: [undefined],
    message: '`Backlog` waits for `10s`, but is evaluated every `15s` only',
    hint: "for: '15s'",
  },
  {
    name: "less than one of the group's",
    of: ruleGroup('shop', [alertOf(expr, { for: Duration.of('15s') })], { interval: '1m' }),
    marks: [undefined],
    hint: "for: '1m'",
  },
]);
