import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { ifGuessed } from '../if-guessed.ts';

export default defineCheck({
  code: 'metric-type/rate-of-rate',
  severity: 'error',
  docs: {
    summary: 'Disallow a rate of a rate',
    why: 'A rate goes down for good reasons; each time is taken for the restart of a counter.',
    bad: 'promql`rate(rate(requests_total[5m])[1h:])`',
    good: 'promql`deriv(rate(requests_total[5m])[1h:])`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'rate-of-rate')) {
      const { node } = fact;
      report({
        ...ifGuessed(fact),
        message: `\`${node.func}\` needs a counter, but its argument is a rate already`,
        hint: '`avg_over_time(…)`, or `deriv(…)` for how it changes',
        where: expression.where(node),
      });
    }
  },
});
