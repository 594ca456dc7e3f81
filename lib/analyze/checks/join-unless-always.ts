import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'join/unless-always',
  severity: 'error',
  docs: {
    summary: 'Disallow `unless` whose right side is always there',
    why: 'It removes everything, at every moment.',
    bad: 'promql`sum(queue_depth) unless vector(0)`',
    good: 'promql`sum(queue_depth) unless on () paused == 1`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'unless-always')) {
      report({
        message: '`unless` removes everything: its right side always returns the same labels',
        where: expression.where(fact.node),
      });
    }
  },
});
