import type { Span } from '../diagnostics/index.ts';

/**
 * What a mistake leads to.
 *
 * - `refused`: the rule file or the configuration is not loaded
 * - `failed`: the text is replaced by an error when the alert fires
 * - `garbled`: the text has `%!d(float64=…)` in it
 */
export type Effect = 'refused' | 'failed' | 'garbled';

/** A mistake in a template, placed in its text. */
export interface TemplateError {
  readonly effect: Effect;
  /** One sentence, subject in backticks, no place, no period. */
  readonly message: string;
  /** What to type instead. */
  readonly hint?: string;
  /** UTF-16 offsets. */
  readonly span: Span;
}

export function templateError(
  effect: Effect,
  message: string,
  { start, end }: Span,
  hint?: string,
): TemplateError {
  const error = { effect, message, span: { start, end } };
  return hint === undefined ? error : { ...error, hint };
}
