import type { RecordingRule, RuleGroup, System } from '../../model/index.ts';
import { type Expr, print } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/duplicate-recording',
  severity: 'error',
  docs: {
    summary: 'Disallow two rules that record the same series',
    why: 'Prometheus keeps the sample of one of them and drops the other, in whichever order they come.',
    bad: `ruleGroup('queues', [
      record({ name: 'shop:depth:sum', expr: m.queue_depth.sum() }),
      record({ name: 'shop:depth:sum', expr: m.worker_slots.sum() }),
    ])`,
    good: `ruleGroup('queues', [
      record({ name: 'shop:depth:sum', expr: m.queue_depth.sum(), labels: { of: 'jobs' } }),
      record({ name: 'shop:depth:sum', expr: m.worker_slots.sum(), labels: { of: 'slots' } }),
    ])`,
  },
  run(analysis, report) {
    const recordings = recordingsIn(analysis.system);
    for (const { rule, expression } of rulesOf(analysis)) {
      if (rule.kind !== 'record') continue;
      const named = recordings.get(rule.name) ?? [];
      const same = named.find((other) => other.rule === rule || isSame(other.rule, rule));
      // None before it.
      if (same === undefined || same.rule === rule) continue;
      report({
        message: `\`${rule.name}\` is recorded by an earlier rule of the group \`${same.group.name}\` already, with the same labels`,
        hint: 'remove it, or tell them apart with `labels`',
        where: expression.where(),
      });
    }
  },
});

interface Recording {
  readonly rule: RecordingRule;
  readonly group: RuleGroup;
}

/** By name, in order. */
const recordingsIn = once(({ groups }: System): ReadonlyMap<string, readonly Recording[]> => {
  const byName = new Map<string, Recording[]>();
  for (const { value: group } of groups) {
    for (const rule of group.rules) {
      if (rule.kind !== 'record') continue;
      const same = byName.get(rule.name);
      if (same === undefined) byName.set(rule.name, [{ rule, group }]);
      else same.push({ rule, group });
    }
  }
  return byName;
});

/** They cannot be told apart: the same expression, or results of one series without labels. */
function isSame(a: RecordingRule, b: RecordingRule): boolean {
  if (labelsText(a) !== labelsText(b)) return false;
  return (isOneSeries(a.node) && isOneSeries(b.node)) || print(a.node) === print(b.node);
}

function labelsText({ labels }: RecordingRule): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isOneSeries(node: Expr): boolean {
  if (node.kind === 'paren' || node.kind === 'unary') return isOneSeries(node.of);
  if (node.kind !== 'aggregate' || KEEPS_LABELS.has(node.op)) return false;
  return node.grouping === undefined || (node.grouping.kind === 'by' && !node.grouping.labels[0]);
}

const KEEPS_LABELS: ReadonlySet<string> = new Set([
  ...['topk', 'bottomk', 'limitk', 'limit_ratio', 'count_values'],
]);
