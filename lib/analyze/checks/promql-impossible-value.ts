import type { Matcher } from '../../promql/index.ts';
import { factsOf } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'promql/impossible-value',
  severity: 'error',
  docs: {
    summary: 'Disallow matchers that pass none of the values that a label can have',
    why: 'The selector returns nothing, however long one waits.',
    bad: 'promql`sum(rate(requests_total{code="5xx"}[5m]))`',
    good: 'promql`sum(rate(requests_total{code=~"5.."}[5m]))`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'matcher-value-unknown')) {
      const { matcher, known } = fact;
      const { label, op, value } = matcher;
      report({
        message: `\`${label}${op}"${value}"\` passes none of the values of \`${label}\``,
        ...(unanchored(matcher, known) ?? suggest(value, known)),
        where: expression.where(matcher),
      });
    }
  },
});

/** A pattern that was meant to match a part: Prometheus compares it with the whole value. */
function unanchored(
  { label, op, value }: Matcher,
  known: readonly string[],
): { readonly hint: string } | undefined {
  if (op !== '=~' || !/^[\w-]{2,}$/.test(value)) return undefined;
  return known.some((other) => other.includes(value))
    ? { hint: `\`${label}=~".*${value}.*"\`, because a pattern has to match all of the value` }
    : undefined;
}
