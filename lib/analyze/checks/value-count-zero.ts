import { factsOf } from '../analysis.ts';
import { countedSide } from '../counted-side.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'value/count-zero',
  severity: 'error',
  docs: {
    summary: 'Disallow comparisons that wait for a count of 0',
    why: 'A count of nothing is nothing, not 0: an alert of it never fires when everything is gone.',
    bad: 'promql`count(up == 1) == 0`',
    good: 'promql`absent(up == 1)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'comparison-constant')) {
      const counted = countedSide(fact);
      if (fact.outcome !== 'never' || fact.partial || counted === undefined) continue;
      report({
        message: `\`${fact.node.op}\` is never true: \`${counted}\` of nothing is nothing, not 0`,
        hint: '`absent(…)`, or `(count(…) or vector(0)) == 0`',
        where: expression.where(fact.node),
      });
    }
  },
});
