import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'join/or-unreachable',
  severity: 'error',
  docs: {
    summary: 'Disallow `or` whose left side is always there',
    why: 'The right side is never used.',
    bad: 'promql`vector(0) or sum(queue_depth)`',
    good: 'promql`sum(queue_depth) or vector(0)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'or-unreachable')) {
      report({
        message: 'the right side of `or` is never used: the left always returns the same labels',
        hint: 'exchange the sides',
        where: expression.where(fact.node),
      });
    }
  },
});
