import { print } from '../../promql/index.ts';
import { callsOf } from '../calls-of.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'range/irate-in-alert',
  severity: 'warning',
  docs: {
    summary: 'Disallow `irate` in alerts',
    why: 'It looks at the last two samples only: a short dip resets `for`, and the alert starts to wait anew.',
    bad: "alert({ name: 'Busy', expr: promql`sum(irate(requests_total[5m])) > 100` })",
    good: "alert({ name: 'Busy', expr: promql`sum(rate(requests_total[5m])) > 100` })",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      for (const call of callsOf(expression, 'irate')) {
        report({
          message: '`irate` sees the last two samples of its window only',
          hint: `\`${print({ ...call, func: 'rate' })}\``,
          where: expression.where(call),
        });
      }
    }
  },
});
