import { alwaysReturns, type Binary, type Expr } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'join/fallback-adds',
  severity: 'warning',
  docs: {
    summary: 'Disallow a fallback without labels beside a result that has labels',
    why: 'It replaces nothing: its line is there all the time, under the lines that it should stand in for.',
    bad: 'promql`sum by (code) (rate(requests_total[5m])) or vector(0)`',
    good: 'promql`sum(rate(requests_total[5m])) or vector(0)`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of reaching(expression.node, expression)) {
        const { facts } = expression.inference.of(node);
        for (const fact of facts) {
          if (fact.kind !== 'or-label-clash' || !fact.certain) continue;
          report({
            message: `the fallback is always there, because it lacks ${listed(fact.labels, 'and')}: it never stands in for a series`,
            hint: '`or 0 * …` of series that have the same labels',
            where: expression.where(node.right),
          });
        }
      }
    }
  },
});

/** The fallbacks whose value comes through to the result as a series of its own. */
function reaching(expr: Expr, expression: AnalyzedExpression): readonly Binary[] {
  const { inference } = expression;
  if (expr.kind === 'paren' || expr.kind === 'unary') return reaching(expr.of, expression);
  if (expr.kind !== 'binary') return [];
  if (expr.op === 'or') {
    return alwaysReturns(inference.of(expr.right)) ? [expr] : reaching(expr.left, expression);
  }
  // A comparison that only the other series pass drops it.
  const { facts } = inference.of(expr);
  if (facts.some((f) => f.kind === 'comparison-constant' && f.outcome === 'never')) return [];
  if (inference.of(expr.right).type === 'scalar') return reaching(expr.left, expression);
  return inference.of(expr.left).type === 'scalar' ? reaching(expr.right, expression) : [];
}
