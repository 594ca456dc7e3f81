import { unitText } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'unit/operands',
  severity: 'error',
  docs: {
    summary: 'Disallow adding and comparing values of different units',
    why: 'Prometheus knows no units: the number that comes out, or the threshold, means nothing.',
    bad: 'promql`sum by (instance) (wait_seconds_sum) + sum by (instance) (payload_bytes_sum)`',
    good: 'promql`sum by (instance) (payload_bytes_sum) + sum by (instance) (payload_bytes_sum)`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'unit-mismatch')) {
      const { node, left, right, agreement, guessed } = fact;
      // Things may be counted together, and alternatives have units of their own.
      if (guessed || agreement === 'counts' || node.op === 'or') continue;
      report({
        message: `\`${node.op}\` ${OPERATES.has(node.op) ? 'combines' : 'compares'} \`${unitText(left)}\` with \`${unitText(right)}\``,
        ...(agreement === 'scale' ? { hint: hintOf(left.scale / right.scale) } : {}),
        where: expression.where(node),
      });
    }
  },
});

const OPERATES: ReadonlySet<string> = new Set(['+', '-']);

function hintOf(factor: number): string {
  return factor >= 1
    ? `multiply the left side by ${Number(factor.toPrecision(12))}`
    : `multiply the right side by ${Number((1 / factor).toPrecision(12))}`;
}
