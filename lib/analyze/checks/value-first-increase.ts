import { type Expr, print } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import type { Condition } from '../comparison.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { optionalMetrics } from '../optional-metrics.ts';
import { rateIn } from '../rate-in.ts';

export default defineCheck({
  code: 'value/first-increase',
  severity: 'warning',
  docs: {
    summary: 'Disallow alerts on any increase of a counter that begins at 1',
    why: 'A counter with labels is there from its first increment on, with the value 1: an increase needs a sample before, so that the first event never fires.',
    bad: "alert({ name: 'Retried', expr: promql`increase(retries_total[15m]) > 0` })",
    good: "alert({ name: 'Retried', expr: promql`increase(retries_total[15m]) > 0 or (retries_total unless retries_total offset 15m)` })",
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert' || watchesBirth(expression)) continue;
      for (const condition of decidingConditions(expression)) {
        if (!isAny(condition)) continue;
        const call = rateIn(condition.of);
        const names = call && optionalMetrics(call, system);
        if (call === undefined || names === undefined) continue;
        const series = print(call.args[0] ?? call).replace(/\[.*$/, '');
        report({
          message: `the first event is no increase: ${listed(names)} has no series before it`,
          hint: `\`… or (${series} unless ${series} offset 15m) > 0\``,
          where: expression.where(condition.node),
        });
      }
    }
  },
});

/** Whether one event is enough. */
function isAny({ op, value }: Condition): boolean {
  return value === 0 && (op === '>' || op === '!=');
}

/** `x unless x offset 15m` is there when `x` is new. */
function watchesBirth(expression: AnalyzedExpression): boolean {
  const isBefore = (node: Expr): boolean => node.kind === 'selector' && node.offset !== undefined;
  return (
    expression.nodesOf('selector').some(isBefore) &&
    expression.nodesOf('binary').some(({ op }) => op === 'unless')
  );
}
