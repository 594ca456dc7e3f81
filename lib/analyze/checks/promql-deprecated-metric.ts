import { type Expr, type Selector, walk } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/deprecated-metric',
  severity: 'warning',
  docs: {
    summary: 'Disallow metrics that the catalog marks as deprecated',
    why: 'A later version of the exporter drops them: the panel goes empty, the alert silent.',
    bad: 'promql`rate(hits_total[5m])`',
    good: 'promql`rate(requests_total[5m])`',
  },
  run({ expressions, system }, report) {
    const reasonOf = (node: Selector): string | undefined => {
      const reasons = declaredMetrics(system, node).map(({ deprecated }) => deprecated);
      // Another job may expose a metric of the same name that is not.
      return reasons.includes(undefined) ? undefined : reasons[0];
    };
    for (const expression of expressions) {
      for (const node of expression.nodesOf('selector')) {
        const reason = reasonOf(node);
        if (reason === undefined || hasSuccessor(expression, node, reasonOf)) continue;
        report({
          message: `\`${node.name}\` is deprecated (${reason})`,
          where: expression.where(node),
        });
      }
    }
  },
});

/** `new or old` reads whichever there is: so it goes on when the old one is dropped. */
function hasSuccessor(
  expression: AnalyzedExpression,
  node: Selector,
  reasonOf: (node: Selector) => string | undefined,
): boolean {
  return expression.nodesOf('binary').some(({ op, left, right }) => {
    if (op !== 'or') return false;
    const [a, b] = [selectorsIn(left), selectorsIn(right)];
    const others = a.includes(node) ? b : b.includes(node) ? a : [];
    return others.some((other) => other.name !== node.name && reasonOf(other) === undefined);
  });
}

function selectorsIn(expr: Expr): readonly Selector[] {
  return walk(expr).filter((each) => each.kind === 'selector');
}
