import { parseTemplate, renderTemplate } from '../gotemplate/index.ts';
import type { Alert, Firing } from '../model/index.ts';
import { ruleAnnotations, type RuleContext, ruleLabels } from './alert-rule.ts';

/** An alert as promtool compares it. */
export interface ExpectedAlert {
  readonly exp_labels: Readonly<Record<string, string>>;
  readonly exp_annotations: Readonly<Record<string, string>>;
}

/** What a case says about one firing alert, with all that the rule adds. */
export function expectedAlert(firing: Firing, alert: Alert, context: RuleContext): ExpectedAlert {
  if (alert.annotations !== undefined) {
    const written = { summary: firing.summary, description: firing.description };
    return {
      exp_labels: { ...labelsOf(firing), ...rendered(alert.labels, firing) },
      exp_annotations: { ...rendered(alert.annotations, firing), ...present(written) },
    };
  }
  const text = (key: 'summary' | 'description') =>
    expectedText(key, alert, firing).text ?? alert[key];
  return {
    exp_labels: { ...labelsOf(firing), ...ruleLabels(alert, context) },
    exp_annotations: ruleAnnotations(alert, context, {
      summary: text('summary'),
      description: text('description'),
    }),
  };
}

/** What cannot be rendered stays as it is: no alert has it. */
function rendered(
  templates: Readonly<Record<string, string>>,
  firing: Firing,
): Readonly<Record<string, string>> {
  const entries = Object.entries(templates);
  return Object.fromEntries(
    entries.map(([key, template]) => [key, textOf(template, firing).text ?? template]),
  );
}

function textOf(template: string, firing: Firing) {
  if (!template.includes('{{')) return { text: template };
  if (firing.value === undefined) return {};
  const { text, error } = renderTemplate(parseTemplate(template, 'prometheus').tree, {
    labels: labelsOf(firing),
    value: firing.value,
  });
  return text === undefined ? { error: error?.message ?? '' } : { text };
}

/** The text that an alert is expected to have: as the case writes it, else rendered from its labels and its value. */
export function expectedText(
  key: 'summary' | 'description',
  alert: Alert,
  firing: Firing,
): { readonly text?: string; readonly error?: string } {
  const template = alert[key];
  const written = firing[key];
  return written === undefined ? textOf(template, firing) : { text: written };
}

/** Labels of the expression's result; those that are `undefined` are not there. */
export function labelsOf({ labels = {} }: Firing): Readonly<Record<string, string>> {
  return present(labels);
}

function present(
  labels: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(labels);
  return Object.fromEntries(entries.flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}
