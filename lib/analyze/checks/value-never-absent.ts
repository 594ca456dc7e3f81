import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'value/never-absent',
  severity: 'error',
  docs: {
    summary: 'Disallow `absent` of something that is always there',
    why: 'The result is empty, whatever happens: the alert never fires.',
    bad: 'promql`absent(sum(queue_depth) or vector(0))`',
    good: 'promql`absent(sum(queue_depth))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'never-absent')) {
      report({
        message: `\`${fact.node.func}\` never returns anything: its argument is always there`,
        hint: 'leave the fallback, such as `or vector(0)`, out',
        where: expression.where(fact.node),
      });
    }
  },
});
