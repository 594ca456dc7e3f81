import type { Binary, Expr, Inference, Selector } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'metric-type/info-without-labels',
  severity: 'warning',
  docs: {
    summary: 'Disallow products with an info metric that add none of its labels',
    why: 'Its value is 1, so that nothing changes: without `group_left` or `group_right` the labels, which are all that it has to say, are lost.',
    bad: 'promql`queue_depth * on (instance) build_info`',
    good: 'promql`queue_depth * on (instance) group_left (version) build_info`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of expression.nodesOf('binary')) {
        const info = infoIn(node, expression.inference);
        if (info === undefined) continue;
        report({
          message: `\`${node.op}\` with \`${info.name}\`, which is always 1, changes nothing and adds no label`,
          hint: `\`${node.op} on (…) group_left (…) ${info.name}\`, or \`and on (…)\` to filter`,
          where: expression.where(node),
        });
      }
    }
  },
});

/** The declared info metric that a value is multiplied with, one to one. */
function infoIn({ op, left, right, matching }: Binary, inference: Inference): Selector | undefined {
  if ((op !== '*' && op !== '/') || matching?.group !== undefined) return undefined;
  const [a, b] = [selected(left, inference), selected(right, inference)];
  // Two of them are compared for their labels.
  if (a !== undefined && b !== undefined) return undefined;
  const [info, other] = a === undefined ? [b, left] : [a, right];
  return info !== undefined && inference.of(other).type === 'vector' ? info : undefined;
}

function selected(expr: Expr, inference: Inference): Selector | undefined {
  const node = unparenthesized(expr);
  if (node.kind !== 'selector') return undefined;
  const { kind, guessed } = inference.of(node);
  return kind === 'info' && !guessed ? node : undefined;
}
