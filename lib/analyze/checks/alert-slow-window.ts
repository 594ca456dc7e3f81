import { Duration } from '../../catalog/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/slow-window',
  severity: 'info',
  docs: {
    summary: 'Prefer either a long window or a long `for`',
    why: 'A window of an hour smooths what happens already, and it takes as long to forget it: `for` comes on top, and the alert fires late and resolves later.',
    bad: "alert({ name: 'Retries', expr: promql`increase(requests_total[1h]) > 9`, for: '1h' })",
    good: "alert({ name: 'Retries', expr: promql`increase(requests_total[1h]) > 9`, for: '5m' })",
  },
  run(analysis, report) {
    for (const { rule, expression } of alertsOf(analysis)) {
      const held = rule.for?.milliseconds ?? 0;
      const window = shortestWindow(expression);
      if (window === undefined || window < LONG || held < window) continue;
      const text = Duration.milliseconds(window).toString();
      report({
        message: `\`${rule.name}\` waits for \`${rule.for?.toString()}\` on top of a window of \`${text}\``,
        hint: 'a shorter `for`, or a shorter window',
        where: expression.where(),
      });
    }
  },
});

const LONG = 30 * 60_000;

/** In milliseconds; `undefined` where there is none, or one that is not known. */
function shortestWindow(expression: AnalyzedExpression): number | undefined {
  const ranges = [...expression.nodesOf('matrix'), ...expression.nodesOf('subquery')].map(
    ({ range }) => (range.kind === 'duration' ? range.milliseconds : 0),
  );
  return ranges.length === 0 ? undefined : Math.min(...ranges);
}
