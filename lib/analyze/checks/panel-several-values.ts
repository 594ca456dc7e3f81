import type { Panel } from '../../model/index.ts';
import { type Inferred, labelOf, labelsOf } from '../../promql/index.ts';
import { defineCheck } from '../define-check.ts';
import { listed } from '../listed.ts';
import { panelsOf } from '../panel-queries.ts';
import { isTargetLabel } from '../target-label.ts';

export default defineCheck({
  code: 'panel/several-values',
  severity: 'info',
  docs: {
    summary: 'Prefer one value in panels that show a single number',
    why: 'There is a number for each series, in a tile of its own, and nothing but a generated name says which is which.',
    bad: "stat('Depth', '').query(m.queue_depth)",
    good: "stat('Depth', '').query(m.queue_depth.sum())",
  },
  run(analysis, report) {
    for (const { panel, queries } of panelsOf(analysis)) {
      const [query, ...others] = queries;
      if (query === undefined || others.length > 0 || !isForOne(panel)) continue;
      const { expression } = query;
      const info = expression.inference.of(expression.node);
      const labels = ownLabels(info).filter((label) => !isTargetLabel(analysis.system, label));
      if (labels.length === 0) continue;
      report({
        message: `\`${panel.props.title}\` shows a number for each ${listed(labels, 'and')}`,
        hint: '`max(…)` or `sum(…)`, or a legend that names them',
        where: expression.where(),
      });
    }
  },
});

/** Neither names nor a transformation say that there are several. */
function isForOne({ props }: Panel): boolean {
  const { kind, transformations, overrides, repeat, field, queries } = props;
  const isNamed =
    queries.some(({ legend = '' }) => legend !== '') || field.displayName !== undefined;
  const isChanged = transformations.length + overrides.length > 0 || repeat !== undefined;
  return (kind === 'stat' || kind === 'gauge') && !isNamed && !isChanged;
}

/** Labels of the metric itself that differ from series to series, for all that is known. */
function ownLabels(info: Inferred): readonly string[] {
  if (info.kind === 'info') return [];
  return (labelsOf(info) ?? []).filter((label) => {
    const { presence, values } = labelOf(info, label);
    if (label === 'job' || label === 'instance') return false;
    return presence === 'guaranteed' && (values === undefined || values.length > 1);
  });
}
