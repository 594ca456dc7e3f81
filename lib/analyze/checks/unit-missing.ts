import type { Diagnostic } from '../../diagnostics/index.ts';
import { type GrafanaUnit, type Panel, toGrafanaUnit } from '../../model/index.ts';
import { unitText } from '../../promql/index.ts';
import type { Analysis, AnalyzedExpression } from '../analysis.ts';
import { defineCheck } from '../define-check.ts';
import { type AnalyzedPanel, panelsOf } from '../panel-queries.ts';
import { statedUnit } from '../stated-unit.ts';
import { meaningOf } from '../unit-meaning.ts';

export default defineCheck({
  code: 'unit/missing',
  severity: 'warning',
  docs: {
    summary: 'Disallow plain numbers where the unit of the query is known',
    why: 'Nobody can say whether 1.5 Mil are bytes, and a ratio of 0.05 reads as nothing.',
    bad: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('short')",
    good: "timeseries('Traffic', '').query(m.payload_bytes.sum.rate().sum()).unit('Bps')",
  },
  run(analysis, report) {
    for (const analyzed of panelsOf(analysis)) {
      const { panel, queries } = analyzed;
      // Where nobody infers it, a panel that says nothing shows plain numbers.
      const options = isRead(analysis, panel) ? { unstated: 'none' as const } : {};
      for (const { query, expression } of queries) {
        const unit = statedUnit(panel, query, expression, options);
        // Texts in place of the numbers say it all.
        if (unit === undefined || !PLAIN.has(unit) || panel.props.field.mappings) continue;
        const right = rightUnit(expression);
        if (right === undefined) continue;
        const stated = panel.props.field.unit === undefined ? '' : ` (\`${unit}\`)`;
        report({
          message: `\`${panel.props.title}\` shows plain numbers${stated}, but its query is in \`${right.text}\``,
          hint: analysis.loaded.foreign
            ? `\`"unit": "${right.unit}"\``
            : `.unit('${right.unit}'), or leave it out`,
          where: expression.where(),
          ...fixOf(analysis, analyzed, right.unit),
        });
      }
    }
  },
});

const PLAIN: ReadonlySet<string> = new Set(['short', 'none', 'sishort', 'locale']);

/** Whether the panel is one whose numbers have one unit; a table may have numbers of other kinds besides. */
function isRead({ loaded }: Analysis, { props: { kind } }: Panel): boolean {
  return loaded.foreign === true && kind !== 'table' && kind !== 'logs' && kind !== 'text';
}

/** What has no dimension is a number as well: things per second, cores. */
function rightUnit({ inference, node }: AnalyzedExpression) {
  const { unit, guessed } = inference.of(node);
  if (unit === undefined || guessed || unit.role === 'usage') return undefined;
  const right = toGrafanaUnit(unit);
  if (right === undefined || meaningOf(right)?.kind !== 'quantity') return undefined;
  return { unit: right, text: unitText(unit) };
}

/** Only where the one unit of the panel is that of all its queries. */
function fixOf(
  { loaded }: Analysis,
  { panel: { props }, queries }: AnalyzedPanel,
  unit: GrafanaUnit,
): Pick<Diagnostic, 'fix'> {
  if (queries.length < props.queries.length) return {};
  if (props.overrides.some(({ standard }) => standard.unit !== undefined)) return {};
  if (queries.some(({ expression }) => rightUnit(expression)?.unit !== unit)) return {};
  const edit = loaded.edit?.(props.site, { kind: 'unit', unit });
  return edit === undefined ? {} : { fix: [edit] };
}
