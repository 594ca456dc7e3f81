import { printDuration } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { sampledWindows } from '../sampled-window.ts';

export default defineCheck({
  code: 'range/too-short',
  severity: 'error',
  docs: {
    summary: 'Require windows that hold at least two samples',
    why: 'A rate needs two samples: of one alone there is no result, without an error.',
    bad: 'promql`rate(requests_total[10s])`',
    good: 'promql`rate(requests_total[1m])`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const { call, milliseconds, interval, isDeclared } of sampledWindows(
        expression,
        system,
      )) {
        if (milliseconds >= 2 * interval) continue;
        const never = milliseconds < interval;
        const every = `a sample every \`${printDuration(interval)}\``;
        report({
          ...(never && isDeclared ? {} : { severity: 'warning' }),
          message: `\`${call.func}\` needs two samples, but \`${printDuration(milliseconds)}\` ${never ? 'never holds' : 'does not always hold'} more than one: there is ${every}`,
          hint: `\`[${printDuration(4 * interval)}]\`, which survives a failed scrape`,
          where: expression.where(call),
        });
      }
    }
  },
});
