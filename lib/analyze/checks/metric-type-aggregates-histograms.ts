import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/aggregates-histograms',
  severity: 'error',
  docs: {
    summary: 'Disallow aggregations of native histograms that know numbers only',
    why: 'They pass over histograms: the result is empty, without an error.',
    bad: 'promql`topk(3, rate(render_seconds[5m]))`',
    good: 'promql`topk(3, histogram_count(rate(render_seconds[5m])))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'aggregates-histograms')) {
      const { node, guessed } = fact;
      if (guessed) continue;
      report({
        message: `\`${node.op}\` passes over native histograms`,
        hint: `\`${node.op}\` of \`histogram_count(…)\` or \`histogram_avg(…)\``,
        where: expression.where(node),
      });
    }
  },
});
