import { type Expr, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { vectorArgument } from '../kind-text.ts';

export default defineCheck({
  code: 'range/panel-interval',
  severity: 'warning',
  docs: {
    summary: 'Prefer `$__rate_interval` to `$__interval` as the window of a rate',
    why: 'Zoomed in, `$__interval` is shorter than two scrapes: the graph has gaps, or nothing at all.',
    bad: 'promql`rate(requests_total[$__interval])`',
    good: 'promql`rate(requests_total[$__rate_interval])`',
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      for (const node of walk(expression.node)) {
        if (!isRateOfInterval(node)) continue;
        report({
          message: `\`${node.func}\` over \`$__interval\` may see one sample only`,
          hint: '`$__rate_interval`',
          where: expression.where(node),
        });
      }
    }
  },
});

function isRateOfInterval(node: Expr): node is Extract<Expr, { kind: 'call' }> {
  if (node.kind !== 'call' || !NEEDS_TWO.has(node.func)) return false;
  const arg = vectorArgument(node);
  return (
    arg?.kind === 'matrix' &&
    arg.range.kind === 'variable' &&
    arg.range.variable.name === '__interval'
  );
}

/** An increase over the step is a number that a title may speak of. */
const NEEDS_TWO: ReadonlySet<string> = new Set(['rate', 'irate', 'deriv']);
