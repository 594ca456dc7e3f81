import type { System } from '../../model/index.ts';
import { type Expr, type Selector, walk } from '../../promql/index.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

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
      for (const node of walk(expression.node)) {
        if (node.kind !== 'binary' || node.op !== '+' || node.matching?.fill !== undefined)
          continue;
        const { left, right } = node;
        if ([left, right].some((side) => expression.inference.of(side).type !== 'vector')) continue;
        const sides = [left, right].flatMap((side) => {
          const names = optionalIn(side, system);
          return names === undefined ? [] : [names];
        });
        const [missing] = sides;
        // What may both be missing is mostly missing together.
        if (missing === undefined || sides.length > 1) continue;
        report({
          message: `\`+\` returns nothing while ${listed([...new Set(missing)], 'and')} ${missing.length > 1 ? 'have' : 'has'} no series`,
          hint: '`(… or vector(0))`, or `(… or 0 * …)` of series that have the same labels',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The metrics of a side that is nothing where they have no series. */
function optionalIn(side: Expr, system: System): readonly string[] | undefined {
  const nodes = [...walk(side)];
  // A fallback, and what is there because something is missing.
  if (nodes.some((n) => (n.kind === 'binary' && n.op === 'or') || isAbsence(n))) return undefined;
  const selectors = nodes.filter((n): n is Selector => n.kind === 'selector');
  const areOptional = selectors.every((selector) => {
    const metrics = declaredMetrics(system, selector);
    return metrics.length > 0 && metrics.every(({ optional }) => optional === true);
  });
  return areOptional ? selectors.flatMap(({ name }) => name ?? []) : undefined;
}

function isAbsence(node: Expr): boolean {
  return node.kind === 'call' && node.func.startsWith('absent');
}
