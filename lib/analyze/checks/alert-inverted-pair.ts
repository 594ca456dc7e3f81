import { type Alert, type System } from '../../model/index.ts';
import { print } from '../../promql/index.ts';
import { conditionOf } from '../comparison.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/inverted-pair',
  severity: 'warning',
  docs: {
    summary: 'Disallow a critical threshold that is reached before the warning',
    why: 'Whoever is on call is woken first and warned later: mostly the two numbers are exchanged.',
    bad: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(100), severity: 'warning' }),
      alert({ name: 'BacklogCritical', expr: m.queue_depth.gt(50), severity: 'critical' }),
    ])`,
    good: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(50), severity: 'warning' }),
      alert({ name: 'BacklogCritical', expr: m.queue_depth.gt(100), severity: 'critical' }),
    ])`,
  },
  run(analysis, report) {
    const warnings = warningsIn(analysis.system);
    for (const { rule, expression } of alertsOf(analysis)) {
      if (rule.severity !== 'critical') continue;
      const condition = conditionOf(rule.node, expression.inference);
      if (condition === undefined) continue;
      const { of, op, value } = condition;
      const isMore = op === '>' || op === '>=';
      if (!isMore && op !== '<' && op !== '<=') continue;
      const warning = warnings.get(`${isMore} ${print(of)}`);
      if (warning === undefined || !(isMore ? value < warning.value : value > warning.value))
        continue;
      // What lasts longer may be worse at a lower level.
      if ((rule.for?.milliseconds ?? 0) > (warning.alert.for?.milliseconds ?? 0)) continue;
      report({
        message: `\`${rule.name}\` is critical from \`${op} ${value}\` on, before \`${warning.alert.name}\` warns at \`${warning.value}\``,
        where: expression.where(condition.node),
      });
    }
  },
});

interface Warning {
  readonly alert: Alert;
  readonly value: number;
}

/** The warnings that compare something with a number, by what that is. */
const warningsIn = once(({ groups }: System): ReadonlyMap<string, Warning> => {
  const found = new Map<string, Warning>();
  for (const alert of groups.flatMap(({ value }) => value.rules)) {
    if (alert.kind !== 'alert' || alert.severity !== 'warning') continue;
    const { node } = alert;
    if (node.kind !== 'binary' || node.right.kind !== 'number') continue;
    const isMore = node.op === '>' || node.op === '>=';
    if (!isMore && node.op !== '<' && node.op !== '<=') continue;
    found.set(`${isMore} ${print(node.left)}`, { alert, value: node.right.value });
  }
  return found;
});
