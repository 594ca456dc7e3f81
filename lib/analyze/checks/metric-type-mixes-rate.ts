import type { Binary, Inference, Inferred } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'metric-type/mixes-rate',
  severity: 'warning',
  docs: {
    summary: 'Disallow the quotient of a rate and a counter as it is',
    why: 'One has grown since its process started, the other is about the last minutes: their quotient sinks from day to day and jumps at every restart.',
    bad: 'promql`sum(rate(requests_total{code="500"}[5m])) / sum(requests_total)`',
    good: 'promql`sum(rate(requests_total{code="500"}[5m])) / sum(rate(requests_total[5m]))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        const raw = rawSide(node, expression.inference);
        if (raw === undefined) continue;
        const [side, { guessed }] = raw;
        report({
          // What rests on a name is no proof.
          ...(guessed ? { severity: 'info' } : {}),
          message: `the ${side} side of \`/\` is a counter since the start of its process, and the other is a rate`,
          hint: '`rate(…)` or `increase(…)` on both sides',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The side that is a counter where the other is a rate. */
function rawSide(
  { op, left, right }: Binary,
  inference: Inference,
): readonly ['left' | 'right', Inferred] | undefined {
  if (op !== '/') return undefined;
  const [a, b] = [inference.of(left), inference.of(right)];
  if (a.kind === 'counter' && b.kind === 'rate') return ['left', a];
  return b.kind === 'counter' && a.kind === 'rate' ? ['right', b] : undefined;
}
