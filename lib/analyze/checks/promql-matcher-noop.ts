import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/matcher-noop',
  severity: 'warning',
  docs: {
    summary: 'Disallow matchers that pass every value that the label can have',
    why: 'What should have been left out is in the result.',
    bad: 'promql`sum(rate(requests_total{code!="20O"}[5m]))`',
    good: 'promql`sum(rate(requests_total{code!="200"}[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'matcher-tautology')) {
      const { matcher, known } = fact;
      const { label, op, value } = matcher;
      report({
        message: `\`${label}${op}"${value}"\` passes every value of \`${label}\``,
        ...suggest(value, known),
        where: expression.where(matcher),
      });
    }
  },
});
