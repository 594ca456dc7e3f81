import { type Expr, rangeOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';
import { changesValues } from '../stated-unit.ts';
import { unparenthesized } from '../unparenthesized.ts';

export default defineCheck({
  code: 'metric-type/mean-of-state',
  severity: 'info',
  docs: {
    summary: 'Prefer percent for the mean of what is 0 or 1',
    why: 'The mean of a state is the part of the time, or of the targets, for which it holds: 0.97 reads like a state that does not exist.',
    bad: "stat('Paused', '').query(promql`avg(paused)`).unit('short')",
    good: "stat('Paused', '').query(promql`avg(paused)`).unit('percentunit')",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const { field, overrides } = panel.props;
      const isPlain = field.unit === undefined || field.unit === 'short' || field.unit === 'none';
      if (!isPlain || overrides.length > 0 || changesValues(panel.props)) continue;
      for (const { expression } of queries) {
        const state = meanOf(expression.node);
        if (state === undefined) continue;
        const { unit } = expression.inference.of(state);
        const { min, max } = rangeOf(expression.inference.of(state));
        if (unit?.role !== 'state' || min !== 0 || max !== 1) continue;
        report({
          message: `\`${panel.props.title}\` shows the mean of 0 and 1 as a plain number`,
          hint: '`percentunit`',
          where: expression.where(),
        });
      }
    }
  },
});

/** What an expression is the mean of: over series, over time, or both. */
function meanOf(expr: Expr): Expr | undefined {
  const node = unparenthesized(expr);
  if (node.kind === 'aggregate' && node.op === 'avg') return meanOf(node.of) ?? node.of;
  if (node.kind !== 'call' || node.func !== 'avg_over_time') return undefined;
  const [range] = node.args;
  return range?.kind === 'matrix' ? range.of : undefined;
}
