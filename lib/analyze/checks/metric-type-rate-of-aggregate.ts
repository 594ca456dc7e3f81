import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { ifGuessed } from '../if-guessed.ts';

export default defineCheck({
  code: 'metric-type/rate-of-aggregate',
  severity: 'error',
  docs: {
    summary: 'Disallow a rate of added-up counters',
    why: 'When one of the processes restarts, the sum drops by its share: the rest of the sum is counted as new.',
    bad: 'promql`rate(sum(requests_total)[5m:])`',
    good: 'promql`sum(rate(requests_total[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'rate-of-aggregate')) {
      const { node } = fact;
      report({
        ...ifGuessed(fact),
        message: `\`${node.func}\` of an aggregation of counters takes every restart for a jump`,
        hint: `\`sum(${node.func}(…))\`: first the rate, then the sum`,
        where: expression.where(node),
      });
    }
  },
});
