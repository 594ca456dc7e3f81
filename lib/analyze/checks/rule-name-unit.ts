import { type InferredUnit, unitText } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { rulesOf } from '../rules-of.ts';

export default defineCheck({
  code: 'rule/name-unit',
  severity: 'info',
  docs: {
    summary: 'Disallow recorded names with another unit than the series have',
    why: 'The name is all that tells the unit of a recorded series: panels and thresholds are made after it.',
    bad: "record({ name: 'job:queue_bytes:max', expr: promql`max by (job) (queue_depth)` })",
    good: "record({ name: 'job:queue_depth:max', expr: promql`max by (job) (queue_depth)` })",
  },
  run(analysis, report) {
    for (const { rule, expression } of rulesOf(analysis)) {
      const [, word] = /[_:](bytes|seconds|ratio)(?=[_:]|$)/.exec(rule.name) ?? [];
      if (rule.kind !== 'record' || word === undefined) continue;
      const { unit, guessed } = expression.inference.of(expression.node);
      if (unit === undefined || guessed || fits(word, unit)) continue;
      report({
        message: `\`${rule.name}\` is named after \`${word}\`, but its expression is in \`${unitText(unit)}\``,
        where: expression.where(),
      });
    }
  },
});

function fits(word: string, { role, dimensions }: InferredUnit): boolean {
  // Seconds in a second are how many at the same time, and a share of bytes is a ratio: both are named after the metric.
  if (role !== undefined) return word === 'ratio' ? role !== 'state' : role !== 'count';
  return word === 'ratio' ? Object.keys(dimensions).length === 0 : (dimensions[word] ?? 0) !== 0;
}
