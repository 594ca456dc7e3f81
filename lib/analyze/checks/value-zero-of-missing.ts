import type { Condition } from '../comparison.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { optionalMetrics } from '../optional-metrics.ts';
import { rateIn } from '../rate-in.ts';

export default defineCheck({
  code: 'value/zero-of-missing',
  severity: 'warning',
  docs: {
    summary: 'Disallow alerts on too few events of a counter that may not be there',
    why: 'Before the first event there is no series: nothing is no 0, and the alert is silent in the worst case.',
    bad: "alert({ name: 'NoRetries', expr: promql`rate(retries_total[10m]) == 0` })",
    good: "alert({ name: 'NoRetries', expr: promql`(sum(rate(retries_total[10m])) or vector(0)) == 0` })",
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      // Another branch may be about what is missing.
      if (expression.nodesOf('binary').some(({ op }) => op === 'or')) continue;
      for (const condition of decidingConditions(expression)) {
        if (!passesZero(condition)) continue;
        const call = rateIn(condition.of);
        const names = call && optionalMetrics(call, system);
        if (names === undefined) continue;
        report({
          message: `while ${listed(names)} has no series, there is no 0 to compare`,
          hint: `\`(sum(…) or vector(0)) ${condition.op} ${condition.value}\``,
          where: expression.where(condition.node),
        });
      }
    }
  },
});

function passesZero({ op, value }: Condition): boolean {
  if (op === '==') return value === 0;
  return op === '<=' ? value >= 0 : op === '<' && value > 0;
}
