import { labelOf, type Matcher, type Selector } from '../../promql/index.ts';
import type { Analysis, AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { queryVariablesOf } from '../query-variables.ts';

export default defineCheck({
  code: 'variable/wrong-label',
  severity: 'warning',
  docs: {
    summary: 'Disallow filters by a variable that has the values of another label',
    why: 'None of the values that people can choose is a value of the label: the panel is empty whatever they choose.',
    bad: `dashboard({
      uid: 'requests',
      title: 'Requests',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'))],
      rows: [row('Requests', [timeseries('Rate', '').query(promql\`rate(requests_total{code="$queue"}[5m])\`)])],
    })`,
    good: `dashboard({
      uid: 'requests',
      title: 'Requests',
      variables: [queryVariable('code', labelValues(m.requests_total, 'code'))],
      rows: [row('Requests', [timeseries('Rate', '').query(promql\`rate(requests_total{code="$code"}[5m])\`)])],
    })`,
  },
  run(analysis, report) {
    const offered = offeredBy(analysis);
    if (offered.size === 0) return;
    for (const expression of analysis.expressions) {
      for (const { selector, matcher } of positiveMatchers(expression)) {
        const name = /^\$(?:\{(\w+)(?::\w+)?\}|(\w+))$/.exec(matcher.value);
        const choice = offered.get(name?.[1] ?? name?.[2] ?? '');
        const { values } = labelOf(expression.inference.of(selector), matcher.label);
        if (choice === undefined || values === undefined || values.length === 0) continue;
        if (values.some((value) => choice.values.includes(value))) continue;
        report({
          message: `no value of \`${choice.of}\`, which \`${matcher.value}\` offers, is one of \`${matcher.label}\``,
          where: expression.where(matcher),
        });
      }
    }
  },
});

interface Choice {
  /** The label whose values they are. */
  readonly of: string;
  readonly values: readonly string[];
}

/** The values that people can choose, by variable, where all of them are known. */
function offeredBy(analysis: Analysis): ReadonlyMap<string, Choice> {
  const offered = new Map<string, Choice>();
  for (const { variable, expression } of queryVariablesOf(analysis)) {
    const { source, regex, choice } = variable;
    if (source.kind !== 'labelValues' || regex !== undefined || choice.allValue !== undefined)
      continue;
    const { values } = labelOf(expression.inference.of(source.selector), source.label);
    if (values !== undefined) offered.set(variable.name, { of: source.label, values });
  }
  return offered;
}

function positiveMatchers(
  expression: AnalyzedExpression,
): { selector: Selector; matcher: Matcher }[] {
  return expression
    .nodesOf('selector')
    .flatMap((selector) =>
      selector.matchers
        .filter(({ op }) => op === '=' || op === '=~')
        .map((matcher) => ({ selector, matcher })),
    );
}
