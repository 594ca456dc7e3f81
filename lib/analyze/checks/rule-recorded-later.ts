import type { RecordingRule, RuleGroup } from '../../model/index.ts';
import { children, type Expr, type Selector } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/recorded-later',
  severity: 'warning',
  docs: {
    summary: 'Disallow rules that stand before the rule whose result they read',
    why: 'The rules of a group run one after the other: the value that is read is the one of the interval before.',
    bad: `ruleGroup('queues', [
      alert({ name: 'Backlog', expr: promql\`job:depth:max > 100\` }),
      record({ name: 'job:depth:max', expr: promql\`max by (job) (queue_depth)\` }),
    ])`,
    good: `ruleGroup('queues', [
      record({ name: 'job:depth:max', expr: promql\`max by (job) (queue_depth)\` }),
      alert({ name: 'Backlog', expr: promql\`job:depth:max > 100\` }),
    ])`,
  },
  run(analysis, report) {
    for (const [index, { rule, group, expression }] of rulesOf(analysis).entries()) {
      if (firstRecordings(group).size === 0) return;
      for (const selector of selectorsIn(expression.node)) {
        const later = recordedLater(selector.name, index, group);
        if (later === undefined || reads(later.node, rule.name)) continue;
        report({
          message: `\`${later.name}\` is recorded further down in the group, so \`${rule.name}\` reads the value of the interval before`,
          hint: `put \`${later.name}\` before \`${rule.name}\``,
          where: expression.where(selector),
        });
        break;
      }
    }
  },
});

/** The rule that records `name`, where all that do stand behind the one at `index`. */
function recordedLater(
  name: string | undefined,
  index: number,
  group: RuleGroup,
): RecordingRule | undefined {
  const first = firstRecordings(group).get(name);
  return first !== undefined && first.index > index ? first.rule : undefined;
}

interface First {
  readonly index: number;
  readonly rule: RecordingRule;
}

/** The first rule of each name. */
const firstRecordings = once(({ rules }: RuleGroup) => {
  const byName = new Map<string | undefined, First>();
  for (const [index, rule] of rules.entries()) {
    if (rule.kind === 'record' && !byName.has(rule.name)) byName.set(rule.name, { index, rule });
  }
  return byName;
});

/** Without those that are read over a window, which one interval does not change. */
function selectorsIn(node: Expr): Selector[] {
  if (node.kind === 'selector') return [node];
  if (node.kind === 'matrix' || node.kind === 'subquery') return [];
  return children(node).flatMap(selectorsIn);
}

function reads(node: Expr, name: string): boolean {
  return selectorsIn(node).some((selector) => selector.name === name);
}
