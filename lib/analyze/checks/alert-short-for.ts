import { Duration } from '../../catalog/index.ts';
import { defineCheck } from '../define-check.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/short-for',
  severity: 'warning',
  docs: {
    summary: 'Disallow a `for` that is shorter than the evaluation interval',
    why: 'Prometheus looks again after an interval, and not before: the alert waits that long, and what it says is not what it does.',
    bad: "ruleGroup('queues', [alert({ name: 'Backlog', expr: m.queue_depth.gt(9), for: '30s' })], { interval: '1m' })",
    good: "ruleGroup('queues', [alert({ name: 'Backlog', expr: m.queue_depth.gt(9), for: '1m' })], { interval: '1m' })",
  },
  run(analysis, report) {
    const common = Duration.of(analysis.system.stack.prometheus.evaluationInterval);
    for (const alert of alertsOf(analysis)) {
      const { rule, group } = alert;
      // How often rules are evaluated that were read from files nobody has said.
      if (group.interval === undefined && analysis.system.foreign !== undefined) continue;
      const interval = group.interval ?? common;
      const held = rule.for?.milliseconds ?? 0;
      if (held === 0 || held >= interval.milliseconds) continue;
      report({
        message: `\`${rule.name}\` waits for \`${rule.for}\`, but is evaluated every \`${interval}\` only`,
        hint: `for: '${interval}'`,
        where: alert.where,
      });
    }
  },
});
