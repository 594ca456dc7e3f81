import type { Span, Where } from '../diagnostics/index.ts';
import { type ParsedTemplate, parseTemplate } from '../gotemplate/index.ts';
import type { Alert } from '../model/index.ts';
import type { Analysis } from './analysis.ts';
import { once } from './once.ts';
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
export const alertTextsOf = once((analysis: Analysis): readonly AlertText[] =>
  alertsOf(analysis).flatMap((alert) => {
    const { summary, description, otherTexts, labels } = alert.rule;
    const texts = [
      ...Object.entries({ summary, description, ...otherTexts }).map(
        (entry) => ['annotation', ...entry] as const,
      ),
      ...Object.entries(labels).map((entry) => ['label', ...entry] as const),
    ];
    return texts.flatMap(([kind, name, text]): AlertText[] => {
      if (!text.includes('{{')) return [];
      const where = (span: Span): Where => ({ ...alert.where, source: { text, span } });
      return [{ alert, kind, name, parsed: parseTemplate(text, 'prometheus'), where }];
    });
  }),
);
