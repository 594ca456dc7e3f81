import type { Alert, RuleGroup, System } from '../../model/index.ts';
import {
  type Expr,
  type Matcher,
  print,
  type Selector,
  skeleton,
  walk,
} from '../../promql/index.ts';
import { takes } from '../alert-labels.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/duplicate',
  severity: 'warning',
  docs: {
    summary: 'Disallow two alerts that look the same when they fire',
    why: 'With one name and the same labels they are one alert to Alertmanager: when one of them resolves, the other seems to.',
    bad: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(9), severity: 'warning' }),
      alert({ name: 'Backlog', expr: m.queue_depth.gt(99), severity: 'warning' }),
    ])`,
    good: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: m.queue_depth.gt(9), severity: 'warning' }),
      alert({ name: 'Backlog', expr: m.queue_depth.gt(99), severity: 'critical' }),
    ])`,
  },
  run(analysis, report) {
    const known = identitiesIn(analysis.system);
    for (const alert of alertsOf(analysis)) {
      const { rule, group, expression } = alert;
      const same = known.get(identityOf(rule)) ?? [];
      const earlier = same.slice(
        0,
        same.findIndex((each) => each.rule === rule),
      );
      const twin = earlier.find((other) => overlap(other.rule.node, rule.node));
      if (twin === undefined) continue;
      const isRepeated = print(twin.rule.node) === print(rule.node);
      // The reader of rule files reports those of one group.
      if (isRepeated && twin.group === group && expression.text !== undefined) continue;
      report({
        message: isRepeated
          ? `\`${rule.name}\` is in the group \`${twin.group.name}\` already, with the same labels and the same expression`
          : `\`${rule.name}\` is in the group \`${twin.group.name}\` too, with the same labels, and both can fire for the same series`,
        hint: isRepeated ? 'remove it' : 'tell them apart with `labels`, such as `severity`',
        where: alert.where,
      });
    }
  },
});

interface Placed {
  readonly rule: Alert;
  readonly group: RuleGroup;
}

/** The alerts that have the same name and labels, in order. */
const identitiesIn = once(({ groups }: System): ReadonlyMap<string, readonly Placed[]> => {
  const found = new Map<string, Placed[]>();
  for (const { value: group } of groups) {
    for (const rule of group.rules) {
      if (rule.kind !== 'alert') continue;
      const identity = identityOf(rule);
      const same = found.get(identity);
      if (same === undefined) found.set(identity, [{ rule, group }]);
      else same.push({ rule, group });
    }
  }
  return found;
});

function identityOf({ name, severity, labels }: Alert): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([name, severity, sorted]);
}

/** Whether two conditions of one shape can be about the same series. What is built differently is meant to differ. */
function overlap(a: Expr, b: Expr): boolean {
  if (shapeOf(a) !== shapeOf(b)) return false;
  const others = selectorsIn(b);
  return selectorsIn(a).every((selector, at) => {
    const other = others[at];
    return other !== undefined && selector.name === other.name && !areDisjoint(selector, other);
  });
}

/** Parentheses make no difference where each operator stands before what it takes. */
function shapeOf(node: Expr): string {
  return skeleton(node).replace(/P\(|[()]/g, '');
}

function selectorsIn(node: Expr): readonly Selector[] {
  return walk(node).filter((each) => each.kind === 'selector');
}

function areDisjoint(a: Selector, b: Selector): boolean {
  // Without a name they may be any two metrics.
  if (a.name === undefined) return print(a) !== print(b);
  // Matchers of different labels are mostly written for different series.
  if (!areNested(labelsIn(a), labelsIn(b))) return true;
  return a.matchers.some((one) =>
    b.matchers.some((other) => one.label === other.label && exclude(one, other)),
  );
}

function labelsIn({ matchers }: Selector): ReadonlySet<string> {
  return new Set(matchers.map(({ label }) => label));
}

function areNested(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((label) => b.has(label)) || [...b].every((label) => a.has(label));
}

function exclude(one: Matcher, other: Matcher): boolean {
  if (one.op === other.op && one.value === other.value) return false;
  if (one.op === '=') return !takes(other, one.value);
  if (other.op === '=') return !takes(one, other.value);
  // Two patterns: mostly written to share the series out.
  return true;
}
