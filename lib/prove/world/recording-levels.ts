import type { RecordingRule, System } from '../../model/index.ts';
import { type Expr, print, walk } from '../../promql/index.ts';

/** A rule file's groups with rules that can be evaluated at once. JSON is YAML. */
export interface RuleLevel {
  readonly groups: readonly {
    readonly name: string;
    readonly interval: string;
    readonly rules: readonly {
      readonly record: string;
      readonly expr: string;
      readonly labels: Readonly<Record<string, string>>;
    }[];
  }[];
}

/** The recording rules of a system in levels: a rule reads only what earlier levels record. */
export function recordingLevels(system: System): readonly RuleLevel[] {
  const { evaluationInterval } = system.stack.prometheus;
  const placed = system.groups.flatMap(({ value: group }) =>
    group.rules.flatMap((rule) =>
      rule.kind === 'record'
        ? [{ rule, interval: group.interval?.toString() ?? evaluationInterval }]
        : [],
    ),
  );
  const depths = depthsOf(placed.map(({ rule }) => rule));
  const most = Math.max(-1, ...depths.values());
  return Array.from({ length: most + 1 }, (_, depth) => ({
    groups: placed
      .filter(({ rule }) => depths.get(rule) === depth)
      .map(({ rule: { name, node, labels }, interval }, i) => ({
        name: `recorded-${i}`,
        interval,
        rules: [{ record: name, expr: print(node), labels }],
      })),
  }));
}

function depthsOf(rules: readonly RecordingRule[]): ReadonlyMap<RecordingRule, number> {
  const depths = new Map<RecordingRule, number>();
  const depthOf = (rule: RecordingRule, above: readonly RecordingRule[]): number => {
    const known = depths.get(rule);
    if (known !== undefined) return known;
    const names = namesIn(rule.node);
    // A rule that reads itself reads what was recorded before.
    const inputs = rules.filter((each) => names.has(each.name) && !above.includes(each));
    const depth = Math.max(-1, ...inputs.map((each) => depthOf(each, [...above, each]))) + 1;
    depths.set(rule, depth);
    return depth;
  };
  for (const rule of rules) depthOf(rule, [rule]);
  return depths;
}

function namesIn(expr: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of walk(expr)) {
    if (node.kind === 'selector' && node.name !== undefined) names.add(node.name);
  }
  return names;
}
