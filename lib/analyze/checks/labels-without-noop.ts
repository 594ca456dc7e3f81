import { explain } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'labels/without-noop',
  severity: 'info',
  docs: {
    summary: 'Disallow `without` of a label that no series has',
    why: 'The label that should go may have another name: then the series are not added up.',
    bad: 'promql`sum without (host) (queue_depth)`',
    good: 'promql`sum without (instance) (queue_depth)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'without-noop')) {
      const { node, label, why } = fact;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      report({
        message: `\`${node.op}\` has no \`${label}\` to take away${reason}`,
        hint: 'leave it out',
        where: expression.where(node),
      });
    }
  },
});
