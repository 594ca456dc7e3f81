import type { Call, Matrix } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { fixWindow } from '../fix-window.ts';
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
      for (const node of expression.nodesOf('call')) {
        const window = intervalWindow(node);
        if (window === undefined) continue;
        report({
          message: `\`${node.func}\` over \`$__interval\` may see one sample only`,
          hint: '`$__rate_interval`',
          where: expression.where(node),
          ...fixWindow(expression, [window]),
        });
      }
    }
  },
});

function intervalWindow(node: Call): Matrix | undefined {
  const arg = NEEDS_TWO.has(node.func) ? vectorArgument(node) : undefined;
  if (arg?.kind !== 'matrix' || arg.range.kind !== 'variable') return undefined;
  return arg.range.variable.name === '__interval' ? arg : undefined;
}

/** An increase over the step is a number that a title may speak of. */
const NEEDS_TWO: ReadonlySet<string> = new Set(['rate', 'irate', 'deriv']);
