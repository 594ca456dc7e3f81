import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { isFiltered } from '../is-filtered.ts';
import { listed } from '../listed.ts';
import { isTargetLabel } from '../target-label.ts';

export default defineCheck({
  code: 'join/group-side-wrong',
  severity: 'error',
  docs: {
    summary:
      'Disallow `group_left` where the right side is the one with several series, and the reverse',
    why: 'Prometheus refuses to choose among them: the whole query fails with “multiple matches for labels”.',
    bad: 'promql`latency_seconds / on (instance) group_left () queue_depth`',
    good: 'promql`latency_seconds / on (instance) group_right () queue_depth`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'group-side-wrong')) {
      const { node, side, label, values } = fact;
      if (isFiltered(side === 'left' ? node.left : node.right)) continue;
      // Matched by instance it has one value.
      if (isTargetLabel(analysis.system, label)) continue;
      const many = values.length > 4 ? `${values.length} values` : listed(values, 'and');
      report({
        message: `\`group_${side === 'left' ? 'right' : 'left'}\` takes the ${side} side for the one, but it has a series for each \`${label}\` (${many})`,
        hint: `\`group_${side}\`, or aggregate that side`,
        where: expression.where(node),
      });
    }
  },
});
