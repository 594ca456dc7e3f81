import type { Binary, Expr } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'value/bool-condition',
  severity: 'error',
  docs: {
    summary: 'Disallow `bool` at the comparison that decides whether an alert fires',
    why: 'With `bool` a comparison returns 0 where it is false, and an alert fires for every value that there is.',
    bad: `alert({
      name: 'Backlog', expr: promql\`queue_depth > bool 5\`, severity: 'warning', summary: '', description: '',
      runbook: {}, cases: [],
    })`,
    good: `alert({
      name: 'Backlog', expr: promql\`queue_depth > 5\`, severity: 'warning', summary: '', description: '',
      runbook: {}, cases: [],
    })`,
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      if (expression.use !== 'alert') continue;
      for (const node of deciding(expression.node)) {
        report({
          message: `\`${node.op} bool\` fires whether it is true or not`,
          hint: `\`${node.op}\` without \`bool\``,
          where: expression.where(node),
        });
      }
    }
  },
});

/** The comparisons of which a result alone makes the alert fire. */
function deciding(expr: Expr): readonly Binary[] {
  const node = unparenthesized(expr);
  if (node.kind !== 'binary') return [];
  if (node.bool === true) return [node];
  if (node.op === 'and' || node.op === 'or')
    return [...deciding(node.left), ...deciding(node.right)];
  return node.op === 'unless' ? deciding(node.left) : [];
}
