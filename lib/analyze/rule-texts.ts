import type { Alert } from '../model/index.ts';
import type { AnalyzedRule } from './rules-of.ts';

type Texts = Readonly<Record<string, string>>;

/** The labels that a rule adds to its result, those of its group included. */
export function ruleLabels({ rule, group }: AnalyzedRule): Texts {
  if (rule.kind === 'record') return { ...group.labels, ...rule.labels };
  const severity = rule.severity as string;
  return { ...group.labels, ...(severity === '' ? {} : { severity }), ...rule.labels };
}

/** The annotations of an alert. A typed one has its place in the runbook. */
export function annotationsOf(alert: Alert): Texts {
  const { summary, description, runbook, annotations, otherTexts } = alert;
  if (annotations !== undefined) return annotations;
  return {
    ...(summary === '' ? {} : { summary }),
    ...(description === '' ? {} : { description }),
    ...(runbook.meaning === '' ? {} : { runbook_url: 'RUNBOOK.md' }),
    ...otherTexts,
  };
}
