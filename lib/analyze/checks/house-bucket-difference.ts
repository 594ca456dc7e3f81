import { type Expr, type Selector, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'house/bucket-difference',
  severity: 'warning',
  optIn: true,
  docs: {
    summary: 'Disallow differences of two buckets of a histogram',
    why: 'Buckets that reach a remote storage one after the other are of different moments: their difference may be negative.',
    bad: 'promql`sum(rate(payload_bytes_bucket{le="1000"}[5m])) - sum(rate(payload_bytes_bucket{le="100"}[5m]))`',
    good: 'promql`sum(rate(payload_bytes_bucket{le="1000"}[5m])) / sum(rate(payload_bytes_count[5m]))`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        if (node.op !== '-') continue;
        const [left, right] = [bucketIn(node.left), bucketIn(node.right)];
        if (left === undefined || right === undefined || left.name !== right.name) continue;
        report({
          message: `this subtracts two buckets of \`${left.name?.replace(/_bucket$/, '')}\``,
          hint: '`histogram_fraction`, or the share of one bucket in `…_count`',
          where: expression.where(node),
        });
      }
    }
  },
});

/** The one bucket that a side is made of. */
function bucketIn(side: Expr): Selector | undefined {
  const selectors = walk(side).filter((node) => node.kind === 'selector');
  const [selector] = selectors;
  if (selector === undefined || selectors.length > 1) return undefined;
  const { name = '', matchers } = selector;
  const isOne = matchers.some(({ label, op }) => label === 'le' && op === '=');
  return isOne && name.endsWith('_bucket') ? selector : undefined;
}
