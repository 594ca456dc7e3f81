import { type Env, explain, infer, neverReturns, parse } from '../../promql/index.ts';
import type { Matched } from '../match.ts';
import { type ReviewedRule, ruleName } from '../rules/index.ts';
import { type Impact, impact } from './impact.ts';

type EnvOf = (system: string | undefined) => Env;

/** Alerts that nothing can make fire, and that could before or were not there. */
export function deadAlerts(
  { pairs, added }: Matched<ReviewedRule>,
  before: EnvOf,
  after: EnvOf,
): Impact[] {
  const changed = pairs.flatMap((pair) => {
    const why = whyNever(pair.after, after);
    if (why === undefined || whyNever(pair.before, before) !== undefined) return [];
    return [dead(pair.after, `can no longer fire: ${why}`)];
  });
  const created = added.flatMap((rule) => {
    const why = whyNever(rule, after);
    return why === undefined ? [] : [dead(rule, `can never fire: ${why}`)];
  });
  return [...changed, ...created];
}

function dead(rule: ReviewedRule, what: string): Impact {
  return impact('cannot-fire', rule.system, `${ruleName(rule)} ${what}`, [ruleName(rule)]);
}

function whyNever({ kind, expr: text, system }: ReviewedRule, envOf: EnvOf): string | undefined {
  if (kind !== 'alert') return undefined;
  const { expr, errors } = parse(text);
  if (errors.length > 0) return errors[0]?.message;
  if (expr === undefined) return undefined;
  const reason = neverReturns(infer(expr, envOf(system)));
  return reason === undefined ? undefined : explain(reason);
}
