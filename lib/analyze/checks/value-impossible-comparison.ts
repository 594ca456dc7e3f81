import type { Interval } from '../../promql/index.ts';
import { type FactOf, factsOf } from '../analysis.ts';
import { countedSide } from '../counted-side.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'value/impossible-comparison',
  severity: 'error',
  docs: {
    summary: 'Disallow comparisons that no value can pass',
    why: 'The result is empty, whatever happens: the alert never fires.',
    bad: 'promql`paused == 2`',
    good: 'promql`paused == 1`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'comparison-constant')) {
      const { node, outcome, partial } = fact;
      // A fallback such as `or vector(0)` need not pass.
      if (outcome !== 'never' || partial || countedSide(fact) !== undefined) continue;
      report({ ...textOf(fact), where: expression.where(node) });
    }
  },
});

function textOf({ node: { op }, left, right }: FactOf<'comparison-constant'>): {
  readonly message: string;
  readonly hint?: string;
} {
  if (Number.isNaN(left.min) || Number.isNaN(right.min)) {
    return {
      message: `\`${op}\` is never true: NaN passes no comparison, not even with itself`,
      hint: '`x != x` is true for NaN only',
    };
  }
  return {
    message: `\`${op}\` is never true: the left side is ${valuesText(left)}, the right side ${valuesText(right)}`,
  };
}

function valuesText({ min, max }: Interval): string {
  if (min === max) return `always ${min}`;
  if (max === Infinity) return min === -Infinity ? 'any number' : `at least ${min}`;
  return min === -Infinity ? `at most ${max}` : `between ${min} and ${max}`;
}
