import { houseSettings, type RuleGroup, type System } from '../../model/index.ts';
import { type Expr, regexMatches, walk } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { once } from '../once.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'house/other-group',
  severity: 'warning',
  optIn: true,
  docs: {
    summary: 'Disallow recording rules that read what another group records',
    why: 'Groups are evaluated at moments of their own: the result lags behind by up to an interval, and by more with each step.',
    bad: `({ groups: [
      ruleGroup('base', [record({ name: 'job:depth:sum', expr: m.queue_depth.sumBy('job') })]),
      ruleGroup('top', [record({ name: 'job:depth:max1h', expr: promql\`max_over_time(job:depth:sum[1h])\` })]),
    ] })`,
    good: `ruleGroup('base', [
      record({ name: 'job:depth:sum', expr: m.queue_depth.sumBy('job') }),
      record({ name: 'job:depth:max1h', expr: promql\`max_over_time(job:depth:sum[1h])\` }),
    ])`,
  },
  run(analysis, report) {
    const settings = houseSettings(analysis.system, 'house/other-group', [{ except: [] }]);
    const free = settings.flatMap(({ except }) => except);
    const recorders = recordersOf(analysis.system);
    for (const { rule, group, expression } of rulesOf(analysis)) {
      if (rule.kind !== 'record') continue;
      for (const selector of expression.nodesOf('selector')) {
        const { name = '' } = selector;
        const groups = recorders.get(name) ?? [];
        const [other] = groups;
        if (other === undefined || groups.includes(group)) continue;
        if (free.some((pattern) => regexMatches(pattern, name))) continue;
        report({
          message: `\`${name}\` is recorded in another group, \`${other.name}\``,
          hint: `put \`${rule.name}\` into \`${other.name}\``,
          where: expression.where(selector),
        });
      }
    }
  },
});

/** The groups that record a name from series: what is the same at any moment lags behind nothing. */
const recordersOf = once(({ groups }: System): ReadonlyMap<string, readonly RuleGroup[]> => {
  const byName = new Map<string, RuleGroup[]>();
  for (const { value: group } of groups) {
    for (const rule of group.rules) {
      if (rule.kind !== 'record' || !readsSeries(rule.node)) continue;
      const same = byName.get(rule.name);
      if (same === undefined) byName.set(rule.name, [group]);
      else same.push(group);
    }
  }
  return byName;
});

function readsSeries(node: Expr): boolean {
  return walk(node).some(({ kind }) => kind === 'selector');
}
