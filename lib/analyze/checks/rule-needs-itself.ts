import type { System } from '../../model/index.ts';
import type { Analysis } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { neededNames } from '../needed-names.ts';
import { once } from '../once.ts';
import { rulesOf } from '../rules-of.ts';
import { wayBack } from '../way-back.ts';

export default defineCheck({
  code: 'rule/needs-itself',
  severity: 'error',
  docs: {
    summary: 'Disallow recording rules that need what they record',
    why: 'There is no first sample: the rule waits for its own result, records nothing, and nothing says so.',
    bad: "record({ name: 'job:depth:max', expr: promql`max by (job) (queue_depth) + job:depth:max` })",
    good: "record({ name: 'job:depth:max', expr: promql`max by (job) (queue_depth) or job:depth:max` })",
  },
  run(analysis, report) {
    const needs = needsOf(analysis.system);
    for (const { rule, expression } of rulesOf(analysis)) {
      if (rule.kind !== 'record') continue;
      const through = wayBack(rule.name, needs);
      if (through === undefined || isScraped(rule.name, analysis)) continue;
      report({
        message: `\`${rule.name}\` needs its own series${over(through)}, so it never records the first one`,
        hint: '`… or …` what it starts with',
        where: expression.where(),
      });
    }
  },
});

/** Nobody reads more than a few names, and a ring of 4000 rules would print 16 million. */
function over(through: readonly string[]): string {
  if (through.length === 0) return '';
  const [first] = through;
  return through.length > 8
    ? ` over ${through.length} others, \`${first}\` first`
    : ` over ${listed(through, 'and')}`;
}

/** Whether a target may expose it too: declared, or not known and not named as rules name theirs. */
function isScraped(name: string, { system, env }: Analysis): boolean {
  if (env.metrics(name).length > 0) return true;
  return system.foreign?.open === true && !name.includes(':');
}

/** What each recorded name needs, whichever of the rules of that name records it. */
const needsOf = once(({ groups }: System): ReadonlyMap<string, readonly string[]> => {
  const needs = new Map<string, readonly string[]>();
  for (const rule of groups.flatMap(({ value }) => value.rules)) {
    if (rule.kind !== 'record') continue;
    const own = neededNames(rule.node);
    const other = needs.get(rule.name);
    needs.set(rule.name, other?.filter((name) => own.has(name)) ?? [...own]);
  }
  return needs;
});
