import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { givenText } from '../kind-text.ts';

export default defineCheck({
  code: 'metric-type/needs-buckets',
  severity: 'error',
  docs: {
    summary: 'Disallow `histogram_quantile` of anything but a histogram',
    why: 'Series without buckets are passed over: the result is empty, without an error.',
    bad: 'promql`histogram_quantile(0.9, rate(payload_bytes_sum[5m]))`',
    good: 'promql`histogram_quantile(0.9, rate(payload_bytes_bucket[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'needs-buckets')) {
      const { node, got, guessed } = fact;
      if (guessed) continue;
      report({
        message: `\`${node.func}\` needs the buckets of a histogram, but ${givenText(node, got)}`,
        hint: '`rate(…_bucket[5m])`',
        where: expression.where(node),
      });
    }
  },
});
