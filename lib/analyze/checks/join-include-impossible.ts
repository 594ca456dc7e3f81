import { explain, labelsOf } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'join/include-impossible',
  severity: 'error',
  docs: {
    summary: 'Disallow `group_left` and `group_right` of a label that the other side cannot have',
    why: 'The label is not added: it is even taken away from the series that have it.',
    bad: 'promql`queue_depth * on (instance) group_left (revision) build_info`',
    good: 'promql`queue_depth * on (instance) group_left (version) build_info`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'include-impossible')) {
      const { node, label, side, why } = fact;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      const one = side === 'left' ? node.left : node.right;
      report({
        message: `the ${side} side of \`${node.op}\` has no \`${label}\` to add${reason}`,
        ...suggest(label, labelsOf(expression.inference.of(one)) ?? []),
        where: expression.where(node),
      });
    }
  },
});
