import { labelUses } from '../../gotemplate/index.ts';
import { explain, type LabelInfo, labelOf, labelsOf } from '../../promql/index.ts';
import { type AlertText, alertTextsOf } from '../alert-texts.ts';
import { defineCheck, type Finding } from '../define-check.ts';
import { suggest } from '../suggest.ts';

export default defineCheck({
  code: 'template/label-impossible',
  severity: 'error',
  docs: {
    summary: 'Disallow texts of alerts that name a label which the alert cannot carry',
    why: 'Prometheus puts nothing in its place: whoever is called reads "queue  is full".',
    bad: "alert({ name: 'Full', expr: m.queue_depth.sum().gt(9), summary: '{{ $labels.queue }} is full', description: '' })",
    good: "alert({ name: 'Full', expr: m.queue_depth.gt(9), summary: '{{ $labels.queue }} is full', description: '' })",
  },
  run(analysis, report) {
    for (const text of alertTextsOf(analysis)) {
      for (const { label, from, span, guarded } of labelUses(text.parsed.tree)) {
        if (from.kind !== 'alert' || guarded === true) continue;
        const finding = findingOf(label, text);
        if (finding !== undefined) report({ ...finding, where: text.where(span) });
      }
    }
  },
});

function findingOf(label: string, { alert, name }: AlertText): Omit<Finding, 'where'> | undefined {
  const { rule, expression } = alert;
  const info = expression.inference.of(expression.node);
  const { presence, why }: LabelInfo = labelOf(info, label);
  if (presence !== 'impossible' && presence !== 'partial') return undefined;
  const reason = why === undefined ? '' : `: ${explain(why)}`;
  // Prometheus fills the texts in from the series, before it adds the labels of the rule.
  if (isOfRule(label, rule.labels)) {
    const value = rule.labels[label];
    return {
      message: `\`${name}\` names \`${label}\`, which is a label of the rule, and templates see those of its series only`,
      ...(value === undefined ? {} : { hint: `write \`${value}\`` }),
    };
  }
  return {
    ...(presence === 'partial' ? { severity: 'warning' } : {}),
    message: `\`${name}\` names \`${label}\`, which ${presence === 'partial' ? 'some series lack' : 'no series of the alert has'}${reason}`,
    ...suggest(
      label,
      (labelsOf(info) ?? []).filter((other) => other !== label),
    ),
  };
}

function isOfRule(label: string, labels: Readonly<Record<string, string>>): boolean {
  return ['alertname', 'severity', 'system'].includes(label) || Object.hasOwn(labels, label);
}
