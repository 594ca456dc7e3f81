import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/raw-buckets',
  severity: 'warning',
  docs: {
    summary: 'Require the rate of buckets in `histogram_quantile`',
    why: 'Raw buckets count since the process started: what happens now hardly moves the quantile.',
    bad: 'promql`histogram_quantile(0.9, sum by (le) (payload_bytes_bucket))`',
    good: 'promql`histogram_quantile(0.9, sum by (le) (rate(payload_bytes_bucket[5m])))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'raw-buckets')) {
      const { node } = fact;
      report({
        message: `\`${node.func}\` of raw buckets is the quantile since the process started`,
        hint: '`rate(…[5m])` around the selector',
        where: expression.where(node),
      });
    }
  },
});
