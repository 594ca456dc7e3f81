import { expressionsOf, type System } from '../../model/index.ts';
import { walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/unused-recording',
  severity: 'info',
  docs: {
    summary: 'Disallow recorded series that nothing reads',
    why: 'Prometheus computes and keeps them for nobody.',
    bad: "ruleGroup('queues', [record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') })])",
    good: `ruleGroup('queues', [
      record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') }),
      alert({ name: 'Backlog', expr: promql\`queue:depth:max > 9\` }),
    ])`,
  },
  run(analysis, report) {
    const { system } = analysis;
    // Of files it is not known who else reads what they record.
    if (system.foreign !== undefined) return;
    const read = readIn(system);
    for (const { rule, where } of rulesOf(analysis)) {
      if (rule.kind !== 'record' || read.has(rule.name)) continue;
      report({
        message: `nothing reads \`${rule.name}\``,
        hint: 'use it in a panel or an alert, or leave it out',
        where,
      });
    }
  },
});

const readIn = once((system: System): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const { node } of expressionsOf(system)) {
    for (const part of walk(node)) {
      if (part.kind === 'selector' && part.name !== undefined) names.add(part.name);
    }
  }
  return names;
});
