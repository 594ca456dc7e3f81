import { type Expr, type Inferred, labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'promql/claimed-labels',
  severity: 'error',
  docs: {
    summary: 'Require `promqlOf` to claim the labels that its expression returns',
    why: 'The types believe the claim: a wrong one lets legends and joins through that find nothing.',
    bad: "promqlOf('queue', 'instance')`sum by (queue) (queue_depth)`",
    good: "promqlOf('queue')`sum by (queue) (queue_depth)`",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodes) {
        if (node.claim === undefined) continue;
        const wrong = difference(node.claim, expression.inference.of(node));
        if (wrong === undefined) continue;
        const { message, labels } = wrong;
        const claim = labels.map((label) => `'${label}'`).join(', ');
        report({ message, hint: `promqlOf(${claim})\`…\``, where: expression.where(node) });
      }
    }
  },
});

function difference(
  claim: NonNullable<Expr['claim']>,
  info: Inferred,
): { readonly message: string; readonly labels: readonly string[] } | undefined {
  const labels = labelsOf(info);
  const missing = claim.filter((label) => labelOf(info, label).presence === 'impossible');
  if (missing.length > 0) {
    const message = `\`promqlOf\` claims ${listed(missing, 'and')}, which no series of its expression has`;
    return { message, labels: labels ?? claim.filter((label) => !missing.includes(label)) };
  }
  const more = labels?.filter((label) => !claim.includes(label)) ?? [];
  if (labels === undefined || more.length === 0) return undefined;
  return {
    message: `\`promqlOf\` does not claim ${listed(more, 'and')}, which its expression returns`,
    labels,
  };
}
