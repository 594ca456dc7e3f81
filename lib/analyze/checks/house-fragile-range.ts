import { printDuration } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { sampledWindows } from '../sampled-window.ts';

export default defineCheck({
  code: 'house/fragile-range',
  severity: 'warning',
  optIn: true,
  docs: {
    summary: 'Require windows of rates that survive two failed scrapes',
    why: 'A rate needs two samples: in a window of less than four intervals one lost scrape or a slow one leaves a gap.',
    bad: 'promql`rate(requests_total[30s])`',
    good: 'promql`rate(requests_total[1m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const { call, milliseconds, interval } of sampledWindows(expression, system)) {
        // Of less than two intervals another check says that it may find nothing at all.
        if (milliseconds < 2 * interval || milliseconds >= 4 * interval) continue;
        report({
          message: `\`${printDuration(milliseconds)}\` is less than four times the \`${printDuration(interval)}\` between two samples`,
          hint: `\`[${printDuration(4 * interval)}]\``,
          where: expression.where(call),
        });
      }
    }
  },
});
