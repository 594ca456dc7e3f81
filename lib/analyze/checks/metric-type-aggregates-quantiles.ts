import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { ifGuessed } from '../if-guessed.ts';

export default defineCheck({
  code: 'metric-type/aggregates-quantiles',
  severity: 'error',
  docs: {
    summary: 'Disallow sums and means of quantiles',
    why: 'The mean of two 99th percentiles is the 99th percentile of nothing.',
    bad: 'promql`avg(wait_seconds{quantile="0.99"})`',
    good: 'promql`max(wait_seconds{quantile="0.99"})`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'aggregates-quantiles')) {
      const { node } = fact;
      report({
        ...ifGuessed(fact),
        message: `\`${node.op}\` of quantiles is no quantile of all`,
        hint: '`max(…)`; of a histogram, `histogram_quantile` of the summed buckets',
        where: expression.where(node),
      });
    }
  },
});
