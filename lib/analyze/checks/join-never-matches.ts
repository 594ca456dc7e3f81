import { type Binary, explain } from '../../promql/index.ts';
import { type FactOf, factsOf } from '../analysis.ts';
import { deadFallbackOf } from '../dead-fallback.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';

export default defineCheck({
  code: 'join/never-matches',
  severity: 'error',
  docs: {
    summary: 'Disallow operators between vectors whose label sets can never be equal',
    why: 'Two series are combined only when all compared labels are equal; otherwise the result is empty, without an error.',
    bad: 'promql`queue_depth / worker_slots`',
    good: 'promql`queue_depth / on (instance) worker_slots`',
  },
  run(analysis, report) {
    const reported = new Set<Binary>();
    for (const { expression, fact } of factsOf(analysis, 'match-never')) {
      // One label is enough: with it out of the way, the next is reported.
      if (reported.has(fact.node)) continue;
      reported.add(fact.node);
      // `value/dead-fallback` says which part of it.
      if (fact.partial && deadFallbackOf(fact.node, expression.inference) !== undefined) continue;
      report({
        ...(fact.partial ? { severity: 'warning' } : {}),
        message: `the two sides of \`${fact.node.op}\` never match: ${reasonOf(fact)}`,
        hint: hintOf(fact),
        where: expression.where(fact.node),
      });
    }
  },
});

function reasonOf({ label, missing, left, right, why }: FactOf<'match-never'>): string {
  if (missing !== undefined) {
    return `the ${missing} side has no \`${label}\`${why === undefined ? '' : `, ${explain(why)}`}`;
  }
  return `\`${label}\` is ${valuesOf(left)} on the left and ${valuesOf(right)} on the right`;
}

function valuesOf(values: readonly string[] | undefined): string {
  if (values === undefined) return 'anything else';
  return values.length > 4 ? `one of ${values.length} other values` : listed(values);
}

function hintOf({ node: { op, matching }, label }: FactOf<'match-never'>): string {
  if (matching?.kind === 'on') {
    const rest = matching.labels.filter((other) => other !== label);
    return `leave \`${label}\` out: \`on (${rest.join(', ')})\``;
  }
  const ignored = [...(matching?.labels ?? []), label].join(', ');
  const group = matching?.group === undefined ? '' : ` group_${matching.group.side} (…)`;
  return `\`${op} ignoring (${ignored})${group}\`, or \`on (…)\` of the labels that both sides share`;
}
