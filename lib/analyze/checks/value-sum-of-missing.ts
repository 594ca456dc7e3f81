import { type Expr, print } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { optionalMetrics } from '../optional-metrics.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'value/sum-of-missing',
  severity: 'warning',
  docs: {
    summary: 'Require a fallback where something is added that may have no series',
    why: 'A sum with nothing is nothing: as long as one side has no series, the other is not shown either.',
    bad: 'promql`sum(rate(requests_total[5m])) + sum(rate(retries_total[5m]))`',
    good: 'promql`sum(rate(requests_total[5m])) + (sum(rate(retries_total[5m])) or vector(0))`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      const shares = sharesIn(expression);
      for (const node of expression.nodesOf('binary')) {
        if (node.op !== '+' || node.matching?.fill !== undefined) continue;
        const { left, right } = node;
        if ([left, right].some((side) => expression.inference.of(side).type !== 'vector')) continue;
        const sides = [left, right].flatMap((side) => {
          const names = optionalMetrics(side, system);
          return names === undefined ? [] : [names];
        });
        const [missing] = sides;
        // What may both be missing is mostly missing together, but for two outcomes of which one may never happen.
        if (missing === undefined || (sides.length > 1 && !shares.has(node))) continue;
        report({
          message: `\`+\` returns nothing while ${listed(missing, 'and')} ${missing.length > 1 ? 'have' : 'has'} no series`,
          hint: '`(… or vector(0))`, or `(… or 0 * …)` of series that have the same labels',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The denominators of `a / (a + b)`: of an outcome that never happened there is none, and so no share of it. */
function sharesIn(expression: AnalyzedExpression): ReadonlySet<Expr> {
  const sums = expression.nodesOf('binary').flatMap(({ op, left, right }) => {
    const sum = op === '/' ? filtered(right) : undefined;
    if (sum?.kind !== 'binary' || sum.op !== '+') return [];
    const part = print(unparenthesized(left));
    return [sum.left, sum.right].some((side) => print(unparenthesized(side)) === part) ? [sum] : [];
  });
  return new Set(sums);
}

/** Without a guard against 0. */
function filtered(expr: Expr): Expr {
  const node = unparenthesized(expr);
  return node.kind === 'binary' && node.op === '>' ? filtered(node.left) : node;
}
