import type { Severity } from '../../diagnostics/index.ts';
import type { Dashboard, Panel } from '../../model/index.ts';
import { type Matcher, variablesIn } from '../../promql/index.ts';
import type { Analysis, AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { panelsOf } from '../panel-queries.ts';

export default defineCheck({
  code: 'variable/needs-regex',
  severity: 'error',
  docs: {
    summary: 'Disallow `=` with a variable that stands for several values',
    why: 'Grafana writes several values as `(a|b)`, which is a regular expression: no label equals that text, and the panel is empty.',
    bad: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'), { multi: true })],
      rows: [row('Queues', [timeseries('Depth', '').query(promql\`queue_depth{queue="$queue"}\`)])],
    })`,
    good: `dashboard({
      uid: 'queues',
      title: 'Queues',
      variables: [queryVariable('queue', labelValues(m.queue_depth, 'queue'), { multi: true })],
      rows: [row('Queues', [timeseries('Depth', '').query(promql\`queue_depth{queue=~"$queue"}\`)])],
    })`,
  },
  run(analysis, report) {
    const { value: dashboard } = analysis.loaded;
    if (dashboard.kind !== 'dashboard') return;
    const several = severalOf(dashboard);
    if (several.size === 0) return;
    for (const { expression, fixed } of placesOf(analysis)) {
      for (const { matcher, name } of equalities(expression)) {
        const severity = several.get(name);
        if (severity === undefined || fixed.includes(name)) continue;
        const op = matcher.op === '=' ? '=~' : '!~';
        report({
          severity,
          message: `\`$${name}\` can stand for several values, and \`${matcher.op}\` takes them for the text of one`,
          hint: `\`${matcher.label}${op}"${matcher.value}"\``,
          where: expression.where(matcher),
        });
      }
    }
  },
});

/** How bad `=` is, for the variables that can stand for several values. */
function severalOf({ variables }: Dashboard): ReadonlyMap<string, Severity> {
  return new Map(
    variables.flatMap((variable): [string, Severity][] => {
      if (!('choice' in variable)) return [];
      const { several, includeAll } = variable.choice;
      if (several) return [[variable.name, 'error']];
      // Single values work, All does not.
      return includeAll ? [[variable.name, 'warning']] : [];
    }),
  );
}

interface Place {
  readonly expression: AnalyzedExpression;
  /** The variables that have one value here, because the panel or its row is repeated for each. */
  readonly fixed: readonly string[];
}

function* placesOf(analysis: Analysis): Generator<Place> {
  for (const expression of analysis.expressions) {
    if (expression.use !== 'panel') yield { expression, fixed: [] };
  }
  for (const { panel, queries } of panelsOf(analysis)) {
    const fixed = repeatsOf(panel, analysis);
    for (const { expression } of queries) yield { expression, fixed };
  }
}

function repeatsOf(panel: Panel, { loaded, system }: Analysis): readonly string[] {
  const rows = loaded.value.kind === 'dashboard' ? loaded.value.rows : [];
  // Of a dashboard that was read from a file it is not known which panels a row has.
  const own = rows.filter(({ panels }) => system.foreign !== undefined || panels.includes(panel));
  const variables = [panel.props.repeat?.variable, ...own.map(({ repeat }) => repeat)];
  return variables.flatMap((variable) => (variable === undefined ? [] : [variable.name]));
}

function equalities(expression: AnalyzedExpression): { matcher: Matcher; name: string }[] {
  return expression.nodesOf('selector').flatMap(({ matchers }) => {
    const exact = matchers.filter(({ op }) => op === '=' || op === '!=');
    return exact.flatMap((matcher) =>
      variablesIn(matcher.value).map(({ name }) => ({ matcher, name })),
    );
  });
}
