import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'promql/contradictory-matchers',
  severity: 'error',
  docs: {
    summary: 'Disallow matchers of one label that no value passes together',
    why: 'The selector returns nothing, however long one waits.',
    bad: 'promql`sum(queue_depth{queue="mail",queue="pdf"})`',
    good: 'promql`sum(queue_depth{queue=~"mail|pdf"})`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'matcher-contradiction')) {
      const { label, op, value } = fact.matcher;
      report({
        message: `\`${label}${op}"${value}"\` passes nothing that the matchers of \`${label}\` before it pass`,
        hint: 'one matcher: `=~"a|b"`',
        where: expression.where(fact.matcher),
      });
    }
  },
});
