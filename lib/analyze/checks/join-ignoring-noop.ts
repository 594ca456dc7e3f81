import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'join/ignoring-noop',
  severity: 'info',
  docs: {
    summary: 'Disallow `ignoring` of a label that neither side has',
    why: 'The label that is really in the way still is, or there is none and the clause is noise.',
    bad: 'promql`queue_depth - ignoring (route) queue_depth`',
    good: 'promql`queue_depth - queue_depth`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'ignoring-noop')) {
      const { node, label } = fact;
      report({
        message: `neither side of \`${node.op}\` has \`${label}\` to ignore`,
        hint: 'leave it out',
        where: expression.where(node),
      });
    }
  },
});
