import { any } from '../../catalog/index.ts';
import type { System } from '../../model/index.ts';
import { regexMatches, regexProblem } from '../../promql/index.ts';
import { declaredMetrics } from '../declared-metrics.ts';
import { defineCheck } from '../define-check.ts';
import { type RegexMatcher, regexMatchersOf } from '../regex-matchers.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/regex-dead-alternative',
  severity: 'warning',
  docs: {
    summary: 'Disallow alternatives of a regular expression that match no value of the label',
    why: 'One of the values that should be in the result is missing there, and the others hide it.',
    bad: 'promql`sum(rate(requests_total{code=~"500|503"}[5m]))`',
    good: 'promql`sum(rate(requests_total{code=~"404|500"}[5m]))`',
  },
  run({ expressions, system }, report) {
    for (const expression of expressions) {
      for (const use of regexMatchersOf(expression)) {
        const values = valuesOf(use, system);
        if (values === undefined) continue;
        const parts = alternativesIn(use.matcher.value);
        if (parts.length < 2 || parts.some(regexProblem)) continue;
        const dead = parts.filter((part) => !values.some((value) => regexMatches(part, value)));
        // All of them: `promql/impossible-value` and `promql/matcher-noop` say so.
        if (dead.length === parts.length) continue;
        for (const part of dead) {
          report({
            message: `\`${part}\` matches no value of \`${use.matcher.label}\``,
            ...suggest(
              part,
              values.filter((value) => !parts.includes(value)),
            ),
            where: expression.where(use.matcher),
          });
        }
      }
    }
  },
});

/** All values of the label, where the declarations name them. */
function valuesOf({ selector, matcher }: RegexMatcher, system: System): string[] | undefined {
  const declared = declaredMetrics(system, selector).map(({ labels }) => labels[matcher.label]);
  if (declared.length === 0) return undefined;
  // The empty text stands for series without the label.
  const values = [''];
  for (const found of declared) {
    if (found === undefined || found === any) return undefined;
    values.push(...found);
  }
  return values;
}

/** The parts between the `|` outside of parentheses and brackets. */
function alternativesIn(regex: string): readonly string[] {
  const inner = /^\(([^()]*)\)$/.exec(regex)?.[1] ?? regex;
  const parts = [''];
  let depth = 0;
  for (const [text] of inner.matchAll(/\\.|[^]/g)) {
    if (text === '(' || text === '[') depth++;
    if (text === ')' || text === ']') depth--;
    if (text === '|' && depth === 0) parts.push('');
    else parts.push(`${parts.pop()}${text}`);
  }
  return parts;
}
