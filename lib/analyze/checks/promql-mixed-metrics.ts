import type { Matcher } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'promql/mixed-metrics',
  severity: 'warning',
  docs: {
    summary: 'Disallow one selector for metrics of different kinds or units',
    why: 'What is right for one of them is wrong for the other: a rate of a gauge, an axis of bytes and seconds.',
    bad: 'promql`{__name__=~"queue_depth|latency_seconds"}`',
    good: 'promql`{__name__=~"queue_depth|worker_slots"}`',
  },
  run({ expressions, env }, report) {
    for (const expression of expressions) {
      for (const selector of expression.nodesOf('selector')) {
        const matcher = selector.name === undefined ? selector.matchers.find(isNames) : undefined;
        if (matcher === undefined) continue;
        const metrics = matcher.value.split('|').flatMap((name) => env.metrics(name));
        const [first] = metrics;
        const other = metrics.find(({ kind, unit }) => kind !== first?.kind || unit !== first.unit);
        if (first === undefined || other === undefined) continue;
        report({
          message: `${listed([first.name, other.name], 'and')} have nothing in common: ${first.kind} in \`${first.unit}\`, ${other.kind} in \`${other.unit}\``,
          hint: 'a query for each of them',
          where: expression.where(matcher),
        });
      }
    }
  },
});

/** Alternatives of whole names. */
function isNames({ label, op, value }: Matcher): boolean {
  return label === '__name__' && op === '=~' && /^[\w:]+(?:\|[\w:]+)+$/.test(value);
}
