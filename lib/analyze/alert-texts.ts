import type { Span, Where } from '../diagnostics/index.ts';
import { type ParsedTemplate, parseTemplate } from '../gotemplate/index.ts';
import type { Alert } from '../model/index.ts';
import type { Analysis } from './analysis.ts';
import { alertsOf, type AnalyzedRule } from './rules-of.ts';

/** A text of an alert that Prometheus fills in when it fires. */
export interface AlertText {
  readonly alert: AnalyzedRule<Alert>;
  readonly kind: 'annotation' | 'label';
  /** `summary`, `description`, or the name of a label. */
  readonly name: string;
  readonly parsed: ParsedTemplate;
  /** The place of the alert, with a part of the text marked. */
  where(span: Span): Where;
}

/** The templates of all alerts of a file, in order. Texts without an action are left out. */
export function* alertTextsOf(analysis: Analysis): Generator<AlertText> {
  for (const alert of alertsOf(analysis)) {
    const { summary, description, labels } = alert.rule;
    const texts = [
      ...Object.entries({ summary, description }).map((entry) => ['annotation', ...entry] as const),
      ...Object.entries(labels).map((entry) => ['label', ...entry] as const),
    ];
    for (const [kind, name, text] of texts) {
      if (!text.includes('{{')) continue;
      const where = (span: Span): Where => ({ ...alert.where, source: { text, span } });
      yield { alert, kind, name, parsed: parseTemplate(text, 'prometheus'), where };
    }
  }
}
