import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { isFiltered } from '../is-filtered.ts';
import { listed } from '../listed.ts';
import { isTargetLabel } from '../target-label.ts';

export default defineCheck({
  code: 'join/many-to-one',
  severity: 'error',
  docs: {
    summary:
      'Require `group_left` or `group_right` where a side has several series for one of the other',
    why: 'Prometheus refuses to choose among them: the whole query fails with “multiple matches for labels”.',
    bad: 'promql`queue_depth / on (instance) latency_seconds`',
    good: 'promql`queue_depth / on (instance) group_left () latency_seconds`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'many-to-one')) {
      const { node, side, label, values } = fact;
      // What is filtered may have one series left.
      if (isFiltered(side === 'left' ? node.left : node.right)) continue;
      // Matched by instance it has one value.
      if (isTargetLabel(analysis.system, label)) continue;
      const { kind = 'ignoring', labels = [] } = node.matching ?? {};
      report({
        message: `the ${side} side of \`${node.op}\` has a series for each \`${label}\` (${valuesText(values)}), which is not matched`,
        hint: `\`${node.op} ${kind} (${labels.join(', ')}) group_${side} () …\`, or aggregate that side`,
        where: expression.where(node),
      });
    }
  },
});

function valuesText(values: readonly string[]): string {
  return values.length > 4 ? `${values.length} values` : listed(values, 'and');
}
