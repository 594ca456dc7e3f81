import type { Span } from '../diagnostics/index.ts';

/** A mistake in an expression, placed in its text. */
export interface PromqlError {
  /** One sentence, subject in backticks, no place, no period. */
  readonly message: string;
  /** What to type instead. */
  readonly hint?: string;
  /** UTF-16 offsets; `0..0` for a built tree, which has no text. */
  readonly span: Span;
}

export function promqlError(message: string, span: Span | undefined, hint?: string): PromqlError {
  const place = span ?? { start: 0, end: 0 };
  return hint === undefined ? { message, span: place } : { message, hint, span: place };
}
