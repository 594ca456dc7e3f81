import { explain, labelsOf } from '../../promql/index.ts';
import { type AnalyzedExpression, factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/unknown-label',
  severity: 'error',
  docs: {
    summary: 'Disallow matchers and groupings of labels that no series has',
    why: 'A matcher of such a label passes nothing, or everything; a grouping by it groups nothing.',
    bad: 'promql`sum by (queu) (queue_depth)`',
    good: 'promql`sum by (queue) (queue_depth)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'matcher-label-unknown')) {
      const { node, matcher, passes } = fact;
      const outcome = passes === 'all' ? 'everything passes' : 'nothing passes';
      report({
        message: `\`${node.name ?? '{…}'}\` has no label \`${matcher.label}\`: ${outcome} this matcher`,
        ...suggest(matcher.label, labelsOf(expression.inference.of(node)) ?? []),
        where: expression.where(matcher),
      });
    }
    const mentioned = new Map<AnalyzedExpression, Set<string>>();
    for (const { expression, fact } of factsOf(analysis, 'group-label-impossible')) {
      const { node, label, why, partial } = fact;
      // The same fallback stands in each part of a long expression.
      if (partial && isRepeated(expression, label, mentioned)) continue;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      report({
        ...(partial ? { severity: 'warning' } : {}),
        message: `\`${node.op}\` groups by \`${label}\`, which ${partial ? 'some' : 'none'} of its series ${partial ? 'lack' : 'has'}${reason}`,
        ...suggest(label, labelsOf(expression.inference.of(node.of)) ?? []),
        where: expression.where(node),
      });
    }
  },
});

function isRepeated(
  expression: AnalyzedExpression,
  label: string,
  mentioned: Map<AnalyzedExpression, Set<string>>,
): boolean {
  const labels = mentioned.get(expression) ?? new Set();
  mentioned.set(expression, labels);
  if (labels.has(label)) return true;
  labels.add(label);
  return false;
}
