import { explain, type Inferred, labelOf, labelsOf, live, stateOf } from '../../promql/index.ts';
import type { AnalyzedExpression } from '../analysis.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'legend/label-impossible',
  severity: 'error',
  docs: {
    summary: 'Disallow legends that name a label which the result cannot carry',
    why: 'Grafana puts nothing in its place: all lines have the same name.',
    bad: "{ ...promql`sum by (queue) (queue_depth)`, legendFormat: '{{instance}}' }",
    good: "{ ...promql`sum by (queue) (queue_depth)`, legendFormat: '{{queue}}' }",
  },
  run({ expressions }, report) {
    for (const expression of expressions) {
      const { legend } = expression;
      if (legend === undefined) continue;
      const info = expression.inference.of(expression.node);
      const placeholders = [...legend.matchAll(PLACEHOLDER)];
      let takesPartial = hasNameless(info, placeholders);
      for (const match of placeholders) {
        const finding = findingOf(expression, info, legend, match);
        const isPartial = finding?.severity === 'warning';
        if (finding === undefined || (isPartial && !takesPartial)) continue;
        if (isPartial) takesPartial = false;
        report(finding);
      }
    }
  },
});

/** `{{label}}`; with a Grafana variable in it, it is not known which. */
const PLACEHOLDER = /\{\{\s*([\w.]+)\s*\}\}/g;

/** Whether some series have none of the labels: `{{a}}{{b}}` names those with either. */
function hasNameless(info: Inferred, placeholders: readonly RegExpExecArray[]): boolean {
  return live(info.branches).some((branch) =>
    placeholders.every(([, label = '']) => stateOf(branch, label).presence === 'impossible'),
  );
}

function findingOf(
  expression: AnalyzedExpression,
  info: Inferred,
  legend: string,
  { 0: text, 1: label = '', index }: RegExpExecArray,
): Finding | undefined {
  const { presence, why } = labelOf(info, label);
  if (presence !== 'impossible' && presence !== 'partial') return undefined;
  const reason = why === undefined ? '' : `: ${explain(why)}`;
  return {
    ...(presence === 'partial' ? { severity: 'warning' } : {}),
    message: `the legend names \`${label}\`, which ${presence === 'partial' ? 'some series lack' : 'no series of the result has'}${reason}`,
    ...suggest(
      label,
      (labelsOf(info) ?? []).filter((l) => l !== label),
    ),
    where: {
      ...expression.where(),
      source: { text: legend, span: { start: index, end: index + text.length } },
    },
  };
}
