import { type Call, explain } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { ifGuessed } from '../if-guessed.ts';
import { vectorArgument } from '../kind-text.ts';

export default defineCheck({
  code: 'metric-type/needs-le',
  severity: 'error',
  docs: {
    summary: 'Require the label `le` in what `histogram_quantile` is given',
    why: 'Without `le` nobody knows which bucket is which: the result is empty, without an error.',
    bad: 'promql`histogram_quantile(0.9, sum by (route) (rate(payload_bytes_bucket[5m])))`',
    good: 'promql`histogram_quantile(0.9, sum by (route, le) (rate(payload_bytes_bucket[5m])))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'needs-le')) {
      const { node, why } = fact;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      report({
        ...ifGuessed(fact),
        message: `\`${node.func}\` needs the label \`le\`, which is gone${reason}`,
        ...hintOf(node),
        where: expression.where(node),
      });
    }
  },
});

function hintOf(node: Call): { readonly hint?: string } {
  const arg = vectorArgument(node);
  if (arg?.kind !== 'aggregate' || arg.grouping?.kind === 'without') return {};
  return { hint: `\`${arg.op} by (${[...(arg.grouping?.labels ?? []), 'le'].join(', ')}) (…)\`` };
}
