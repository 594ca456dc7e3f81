import { type Aggregate, type Binary, print, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'house/ratio-without-for',
  severity: 'warning',
  optIn: true,
  docs: {
    summary: 'Require `for` in alerts that compute with two different sums',
    why: 'After a restart of Prometheus one of them may be there before the other is whole: for a moment the result is anything.',
    bad: "plainAlert({ name: 'Full', expr: promql`sum(queue_depth) / sum(worker_slots) > 5` })",
    good: "plainAlert({ name: 'Full', expr: promql`sum(queue_depth) / sum(worker_slots) > 5`, for: '5m' })",
  },
  run(analysis, report) {
    for (const { rule, expression } of alertsOf(analysis)) {
      if ((rule.for?.milliseconds ?? 0) > 0) continue;
      for (const node of expression.nodesOf('binary')) {
        if (!isOfTwoSums(node)) continue;
        report({
          message: `\`${rule.name}\` fires at once, for \`${node.op}\` of two sums`,
          hint: analysis.loaded.foreign === true ? '`for: 5m`' : "for: '5m'",
          where: expression.where(node),
        });
      }
    }
  },
});

function isOfTwoSums({ op, left, right }: Binary): boolean {
  const [a, b] = [unparenthesized(left), unparenthesized(right)];
  if (!ARITHMETIC.has(op) || a.kind !== 'aggregate' || b.kind !== 'aggregate') return false;
  return selectedBy(a) !== selectedBy(b);
}

const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '^']);

function selectedBy(sum: Aggregate): string {
  const selectors = walk(sum).filter(({ kind }) => kind === 'selector');
  return selectors.map((selector) => print(selector)).join('\n');
}
