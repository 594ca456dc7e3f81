import { Duration } from '../../catalog/index.ts';
import { type Call, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/absent-without-for',
  severity: 'warning',
  docs: {
    summary: 'Require `for` of at least two scrapes in alerts with `absent`',
    why: 'A scrape that fails makes series absent at once: a restart of the target, or of Prometheus, would fire the alert.',
    bad: "alert({ name: 'QueueMissing', expr: promql`absent(queue_depth)` })",
    good: "alert({ name: 'QueueMissing', expr: promql`absent(queue_depth)`, for: '5m' })",
  },
  run(analysis, report) {
    const scrape = Duration.of(analysis.system.stack.prometheus.scrapeInterval);
    const least = Duration.milliseconds(2 * scrape.milliseconds);
    for (const { rule, expression } of alertsOf(analysis)) {
      const held = rule.for?.milliseconds ?? 0;
      if (held >= least.milliseconds) continue;
      const call = expression.nodesOf('call').find(isAbsentNow);
      if (call === undefined) continue;
      report({
        message: `one failed scrape is enough for \`absent\`, and \`${rule.name}\` ${held === 0 ? 'does not wait' : `waits for \`${rule.for}\` only`}`,
        hint: `for: '5m', at least two scrapes (\`${least}\`)`,
        where: expression.where(call),
      });
    }
  },
});

/** A window in it outlives a failed scrape. */
function isAbsentNow(node: Call): boolean {
  if (node.func !== 'absent') return false;
  return !walk(node).some(({ kind }) => kind === 'matrix' || kind === 'subquery');
}
