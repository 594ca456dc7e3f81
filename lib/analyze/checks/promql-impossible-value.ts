import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/impossible-value',
  severity: 'error',
  docs: {
    summary: 'Disallow matchers that pass none of the values that a label can have',
    why: 'The selector returns nothing, however long one waits.',
    bad: 'promql`sum(rate(requests_total{code="5xx"}[5m]))`',
    good: 'promql`sum(rate(requests_total{code=~"5.."}[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'matcher-value-unknown')) {
      const { matcher, known } = fact;
      const { label, op, value } = matcher;
      report({
        message: `\`${label}${op}"${value}"\` passes none of the values of \`${label}\``,
        ...suggest(value, known),
        where: expression.where(matcher),
      });
    }
  },
});
