import { Duration } from '../../catalog/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/name-range',
  severity: 'info',
  docs: {
    summary: 'Disallow recorded names that end with another range than the expression has',
    why: 'Whoever reads the series trusts its name, and compares a rate of five minutes with one of an hour.',
    bad: "record({ name: 'job:requests:rate5m', expr: m.requests_total.rate('1m').sumBy('job') })",
    good: "record({ name: 'job:requests:rate5m', expr: m.requests_total.rate('5m').sumBy('job') })",
  },
  run(analysis, report) {
    for (const { rule, expression } of rulesOf(analysis)) {
      if (rule.kind !== 'record') continue;
      const named = /(?:rate|increase|delta|deriv|_over_time)_?(\d+(?:ms|s|m|h|d|w))$/.exec(
        rule.name,
      );
      const range = Duration.parse(named?.[1] ?? '');
      const ranges = rangesIn(expression);
      if (range === undefined || ranges.length === 0) continue;
      if (ranges.includes(range.milliseconds)) continue;
      const found = [...new Set(ranges)].map((ms) => Duration.milliseconds(ms).toString());
      report({
        message: `\`${rule.name}\` is named after \`${range}\`, but its range is ${listed(found, 'and')}`,
        where: expression.where(),
      });
    }
  },
});

/** In milliseconds; none where one of them is not known. */
function rangesIn({ nodes }: AnalyzedExpression): readonly number[] {
  const ranges = nodes.flatMap((part) =>
    part.kind === 'matrix' || part.kind === 'subquery' ? [part.range] : [],
  );
  return ranges.every((range) => range.kind === 'duration')
    ? ranges.map(({ milliseconds }) => milliseconds)
    : [];
}
