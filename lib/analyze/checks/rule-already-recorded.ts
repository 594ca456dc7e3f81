import type { System } from '../../model/index.ts';
import { type Aggregate, type Binary, children, type Expr, print } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';

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
    if (recorded.names.size === 0) return;
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

/** The rules that add no label. */
interface Recorded {
  /** Names by the text of the expression. */
  readonly names: ReadonlyMap<string, string>;
  /** Of their expressions: most others are told apart without their text. */
  readonly traits: ReadonlySet<string>;
}

const recordedIn = once(({ groups }: System): Recorded => {
  const names = new Map<string, string>();
  const traits = new Set<string>();
  for (const rule of groups.flatMap(({ value }) => value.rules)) {
    if (rule.kind !== 'record' || Object.keys(rule.labels).length > 0) continue;
    if (!isComputed(rule.node)) continue;
    names.set(print(rule.node), rule.name);
    traits.add(traitOf(rule.node));
  }
  return { names, traits };
});

function isComputed(node: Expr): node is Aggregate | Binary {
  return node.kind === 'aggregate' || node.kind === 'binary';
}

/** Its operator and the first metric in it. */
function traitOf(node: Aggregate | Binary): string {
  let first: Expr | undefined = node;
  while (first !== undefined && first.kind !== 'selector') first = children(first)[0];
  return `${node.op} ${first?.name}`;
}

/** Outermost parts only. */
function partsRecorded(
  node: Expr,
  recorded: Recorded,
): { readonly part: Expr; readonly name: string }[] {
  const isCandidate = isComputed(node) && recorded.traits.has(traitOf(node));
  const name = isCandidate ? recorded.names.get(print(node)) : undefined;
  if (name !== undefined) return [{ part: node, name }];
  return children(node).flatMap((child) => partsRecorded(child, recorded));
}
