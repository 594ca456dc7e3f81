import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { givenText } from '../kind-text.ts';

export default defineCheck({
  code: 'metric-type/needs-histogram',
  severity: 'error',
  docs: {
    summary:
      'Disallow `histogram_sum`, `histogram_count` and the like of anything but a native histogram',
    why: 'They pass over plain numbers: the result is empty, without an error.',
    bad: 'promql`histogram_count(rate(payload_bytes_count[5m]))`',
    good: 'promql`histogram_count(rate(render_seconds[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'needs-native-histogram')) {
      const { node, got, guessed } = fact;
      if (guessed) continue;
      report({
        message: `\`${node.func}\` needs a native histogram, but ${givenText(node, got)}`,
        where: expression.where(node),
      });
    }
  },
});
