import type { Inference, Selector } from '../../promql/index.ts';
import type { Condition } from '../comparison.ts';
import { decidingConditions } from '../deciding-conditions.ts';
import { defineCheck } from '../define-check.ts';
import { rateIn } from '../rate-in.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'value/divides-by-zero',
  severity: 'info',
  docs: {
    summary: 'Prefer a guard where an alert divides by the rate of another counter',
    why: 'As soon as nothing but the numerator is counted, the quotient is infinite: the alert fires when the traffic is lowest.',
    bad: "alert({ name: 'Retries', expr: promql`sum(rate(hits_total[5m])) / sum(rate(requests_total[5m])) > 0.1` })",
    good: "alert({ name: 'Retries', expr: promql`sum(rate(hits_total[5m])) / (sum(rate(requests_total[5m])) > 0) > 0.1` })",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      // Another condition may ask for some traffic.
      if (expression.nodesOf('binary').some(({ op }) => op === 'and' || op === 'unless')) continue;
      for (const condition of decidingConditions(expression)) {
        const divisor = divisorOf(condition, expression.inference);
        if (divisor === undefined) continue;
        report({
          message: `while \`${divisor.name}\` counts nothing, the quotient is infinite, and that is \`${condition.op} ${condition.value}\``,
          hint: '`… / (… > 0)`',
          where: expression.where(condition.node),
        });
      }
    }
  },
});

/** The counter below the line, if its rate can be 0 while that of another one above is not. */
function divisorOf({ of, op }: Condition, inference: Inference): Selector | undefined {
  const node = unparenthesized(of);
  if (node.kind !== 'binary' || node.op !== '/' || (op !== '>' && op !== '>=')) return undefined;
  const [above, below] = [rated(node.left, inference), rated(node.right, inference)];
  return above !== undefined && above.name !== below?.name ? below : undefined;
}

function rated(expr: Parameters<typeof rateIn>[0], inference: Inference): Selector | undefined {
  const [range] = rateIn(expr)?.args ?? [];
  if (range?.kind !== 'matrix') return undefined;
  const { kind, guessed, unit } = inference.of(range.of);
  // Parts of one histogram are counted together, and time passes whatever happens.
  const isPart = /_(?:sum|count|bucket)$/.test(range.of.name ?? '');
  const isTime = unit?.dimensions['seconds'] !== undefined;
  return kind === 'counter' && !guessed && !isPart && !isTime ? range.of : undefined;
}
