import { factsOf } from '../analysis.ts';
import { countedSide } from '../counted-side.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { isFiltered } from '../is-filtered.ts';

export default defineCheck({
  code: 'value/always-true',
  severity: 'warning',
  docs: {
    summary: 'Disallow conditions of alerts that every value fulfils',
    why: 'The comparison drops nothing: the alert fires for as long as there is anything to compare.',
    bad: "alert({ name: 'Queues', expr: promql`count(queue_depth) >= 1` })",
    good: "alert({ name: 'Queues', expr: promql`count(queue_depth) > 2` })",
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'comparison-constant')) {
      const { node, outcome, partial } = fact;
      if (outcome !== 'always' || partial || expression.use !== 'alert') continue;
      // An alert on a number alone is meant to fire always; another condition beside it may be what decides.
      const conditions = decidingConditions(expression);
      if (conditions.length !== 1 || conditions[0]?.node !== node) continue;
      // A number of series that were chosen by their value: the choice is the condition, and `> 0` a habit.
      const isChosen = isFiltered(node.left) || isFiltered(node.right);
      if (isChosen && countedSide(fact) !== undefined) continue;
      report({
        ...(isChosen ? { severity: 'info' } : {}),
        message: `\`${node.op}\` is always true: the left side is ${valuesText(fact.left)}, the right side ${valuesText(fact.right)}`,
        where: expression.where(node),
      });
    }
  },
});

function valuesText({ min, max }: { readonly min: number; readonly max: number }): string {
  if (min === max) return `\`${min}\``;
  if (max === Infinity) return `at least \`${min}\``;
  return min === -Infinity ? `at most \`${max}\`` : `between \`${min}\` and \`${max}\``;
}
