import { deadFallbackOf } from '../dead-fallback.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'value/dead-fallback',
  severity: 'error',
  docs: {
    summary: 'Disallow `or vector(0)` beside an operator whose other side has labels',
    why: 'The 0 has no labels, so that nothing matches it: where the series is missing, so is the result.',
    bad: 'promql`queue_depth - (worker_slots or vector(0))`',
    good: 'promql`sum(queue_depth) - (sum(worker_slots) or vector(0))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        const found = deadFallbackOf(node, expression.inference);
        if (found === undefined) continue;
        const { side, label, fallback } = found;
        report({
          message: `the fallback has no \`${label}\`, which all series on the ${side === 'left' ? 'right' : 'left'} of \`${node.op}\` have: they never match it`,
          hint: '`or 0 * …` of series that have the same labels',
          where: expression.where(fallback),
        });
      }
    }
  },
});
