import type { System } from '../../model/index.ts';
import type { Selector } from '../../promql/index.ts';
import { takes } from '../alert-labels.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/unknown-alert',
  severity: 'error',
  docs: {
    summary: 'Disallow `ALERTS` of an alert that there is not',
    why: 'It never returns anything, and reads as if the alert were quiet.',
    bad: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(9) }),
      record({ name: 'backlogs:count', expr: promql\`count(ALERTS{alertname="Backlogs"})\` }),
    ])`,
    good: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(9) }),
      record({ name: 'backlogs:count', expr: promql\`count(ALERTS{alertname="Backlog"})\` }),
    ])`,
  },
  run({ expressions, system }, report) {
    // Somebody else's rules may be evaluated as well.
    if (system.foreign?.open === true) return;
    for (const expression of expressions) {
      for (const node of expression.nodesOf('selector')) {
        if (!isOfAlerts(node)) continue;
        const names = alertNamesIn(system);
        for (const matcher of node.matchers) {
          const { label, op, value } = matcher;
          if (label !== 'alertname' || op.startsWith('!') || value.includes('$')) continue;
          if (names.some((name) => takes(matcher, name))) continue;
          report({
            message: `there is no alert \`${value}\``,
            ...suggest(value, names),
            where: expression.where(matcher),
          });
        }
      }
    }
  },
});

function isOfAlerts({ name }: Selector): boolean {
  return name === 'ALERTS' || name === 'ALERTS_FOR_STATE';
}

const alertNamesIn = once(({ groups }: System): readonly string[] =>
  groups
    .flatMap(({ value }) => value.rules)
    .flatMap(({ kind, name }) => (kind === 'alert' ? [name] : [])),
);
