import type { System } from '../../model/index.ts';
import { children, type Expr, print } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';

export default defineCheck({
  code: 'rule/already-recorded',
  severity: 'info',
  docs: {
    summary: 'Prefer a recorded series to the expression that records it',
    why: 'Prometheus computes it a second time, and the two drift apart when one of them is changed.',
    bad: `ruleGroup('queues', [
      record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') }),
      alert({ name: 'Backlog', expr: m.queue_depth.maxBy('queue').gt(100) }),
    ])`,
    good: `ruleGroup('queues', [
      record({ name: 'queue:depth:max', expr: m.queue_depth.maxBy('queue') }),
      alert({ name: 'Backlog', expr: promql\`queue:depth:max > 100\` }),
    ])`,
  },
  run({ system, expressions }, report) {
    const recorded = recordedIn(system);
    if (recorded.size === 0) return;
    for (const expression of expressions) {
      for (const { part, name } of partsRecorded(expression.node, recorded)) {
        // The rule itself.
        if (expression.use === 'record' && part === expression.node) continue;
        report({
          message: `\`${name}\` records this expression`,
          hint: `\`${name}\``,
          where: expression.where(part),
        });
      }
    }
  },
});

/** The names of the rules that add no label, by the text of their expressions. */
function recordedIn({ groups }: System): ReadonlyMap<string, string> {
  const recorded = new Map<string, string>();
  for (const rule of groups.flatMap(({ value }) => value.rules)) {
    if (rule.kind !== 'record' || Object.keys(rule.labels).length > 0) continue;
    const isComputed = rule.node.kind === 'aggregate' || rule.node.kind === 'binary';
    if (isComputed) recorded.set(print(rule.node), rule.name);
  }
  return recorded;
}

/** Outermost parts only. */
function partsRecorded(
  node: Expr,
  recorded: ReadonlyMap<string, string>,
): { readonly part: Expr; readonly name: string }[] {
  const name = node.kind === 'selector' ? undefined : recorded.get(print(node));
  if (name !== undefined) return [{ part: node, name }];
  return children(node).flatMap((child) => partsRecorded(child, recorded));
}
