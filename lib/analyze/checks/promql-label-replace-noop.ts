import { type Call, explain } from '../../promql/index.ts';
import { type AnalyzedExpression, factsOf } from '../analysis.ts';
import { callsOf } from '../calls-of.ts';
import { defineCheck, type Finding } from '../define-check.ts';

export default defineCheck({
  code: 'promql/label-replace-noop',
  severity: 'warning',
  docs: {
    summary: 'Disallow `label_replace` that cannot find what it copies',
    why: 'Prometheus takes a missing label or group for an empty text: the label that should be set is not.',
    bad: 'promql`label_replace(queue_depth, "zone", "$1", "region", "(.+)-.*")`',
    good: 'promql`label_replace(queue_depth, "zone", "$1", "instance", "(.+)-.*")`',
  },
  run(analysis, report) {
    for (const { expression, fact } of factsOf(analysis, 'source-label-impossible')) {
      const { node, label, why } = fact;
      const reason = why === undefined ? '' : `: ${explain(why)}`;
      report({
        message: `\`label_replace\` reads \`${label}\`, which no series of its argument has${reason}`,
        where: expression.where(node),
      });
    }
    for (const expression of analysis.expressions) {
      for (const call of callsOf(expression, 'label_replace')) {
        const finding = missingGroup(expression, call);
        if (finding !== undefined) report(finding);
      }
    }
  },
});

/** A reference to a group that the regular expression does not have. */
function missingGroup(expression: AnalyzedExpression, call: Call): Finding | undefined {
  const [replacement, , regex] = call.args.slice(2);
  if (replacement?.kind !== 'string' || regex?.kind !== 'string') return undefined;
  const groups = groupsIn(regex.value);
  if (groups === undefined) return undefined;
  for (const { 0: text, 1: number = '' } of replacement.value.matchAll(/\$\{?(\d+)\}?/g)) {
    if (Number(number) <= groups) continue;
    return {
      message: `\`label_replace\` uses \`${text}\`, but \`${regex.value}\` has ${groups === 0 ? 'no group' : groups === 1 ? 'one group' : `${groups} groups`}`,
      hint: groups === 0 ? `\`(${regex.value})\`` : `\`$${groups}\``,
      where: expression.where(call),
    };
  }
  return undefined;
}

/** The number of capturing groups; `undefined` where JavaScript reads the expression differently. */
function groupsIn(regex: string): number | undefined {
  if (/\$|\[\[|\(\?P|\(\?[a-z]/.test(regex)) return undefined;
  try {
    return (new RegExp(`${regex}|`).exec('')?.length ?? 1) - 1;
  } catch {
    return undefined;
  }
}
