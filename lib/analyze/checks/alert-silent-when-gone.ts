import type { System } from '../../model/index.ts';
import { type Expr, regexMatches, type Selector, walk } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { conditionOf, passes } from '../comparison.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { once } from '../once.ts';
import { alertsOf } from '../rules-of.ts';

export default defineCheck({
  code: 'alert/silent-when-gone',
  severity: 'info',
  docs: {
    summary: 'Prefer alerts on too little beside an alert on a target that is gone',
    why: 'A target that does not answer has no series: there is no 0 to compare, and the alert resolves when everything is down.',
    bad: "ruleGroup('shop', [alert({ name: 'Idle', expr: m.queue_depth.eq(0) })])",
    good: "ruleGroup('shop', [alert({ name: 'Idle', expr: m.queue_depth.eq(0) }), alert({ name: 'Down', expr: promql`up == 0` })])",
  },
  run(analysis, report) {
    const { system, env } = analysis;
    const watchers = watchersIn(system);
    for (const { rule, expression } of alertsOf(analysis)) {
      const found = tooLittleIn(expression);
      if (found === undefined) continue;
      const jobs = declaredMetrics(system, found.selector).flatMap((metric) => metric.jobs);
      const unwatched = jobs.filter((job) => !watchers.some((selector) => isAbout(selector, job)));
      // Nobody knows whose a recorded metric is, or one that does not exist.
      if (jobs.length === 0 ? !env.open || watchers.length > 0 : unwatched.length < jobs.length)
        continue;
      report({
        message: `\`${rule.name}\` is silent when its target is down, and no alert watches ${jobs.length === 0 ? 'that' : `\`up\` of ${listed(jobs)}`}`,
        hint: '`(sum(…) or vector(0))`, or an alert on `up == 0`',
        where: expression.where(found.node),
      });
    }
  },
});

/** The only condition of an alert, if it is one that 0 passes, of a gauge as it is. */
function tooLittleIn(
  expression: AnalyzedExpression,
): { readonly node: Expr; readonly selector: Selector } | undefined {
  const [selector, ...others] = expression.nodesOf('selector');
  const [node, ...more] = expression.nodesOf('binary');
  if (selector === undefined || node === undefined || others.length + more.length > 0)
    return undefined;
  const condition = conditionOf(node, expression.inference);
  const isPlain = expression.nodesOf('call').length === 0 && selector.name !== 'up';
  if (condition === undefined || !isPlain || !passes(condition, 0)) return undefined;
  // What has just begun is watched by its age.
  if (expression.inference.of(selector).unit?.dimensions['seconds'] !== undefined) return undefined;
  // Somebody who counts series has thought of those that are gone.
  return expression.nodesOf('aggregate').some(({ op }) => op === 'count') || condition.op === '!='
    ? undefined
    : { node, selector };
}

/** What alerts read to see whether targets are there. */
const watchersIn = once(({ groups }: System): readonly Selector[] => {
  const rules = groups.flatMap(({ value }) => value.rules);
  return rules
    .filter(({ kind }) => kind === 'alert')
    .flatMap(({ node }) => walk(node))
    .flatMap((node): readonly Expr[] => (isAbsence(node) ? walk(node) : isUp(node) ? [node] : []))
    .filter((node) => node.kind === 'selector');
});

function isAbsence(node: Expr): boolean {
  return node.kind === 'call' && node.func.startsWith('absent');
}

function isUp(node: Expr): boolean {
  return node.kind === 'selector' && node.name === 'up';
}

function isAbout({ matchers }: Selector, job: string): boolean {
  return matchers.every(({ label, op, value }) => {
    if (label !== 'job') return true;
    const isEqual = op === '=' || op === '!=' ? value === job : regexMatches(value, job);
    return isEqual === (op === '=' || op === '=~');
  });
}
