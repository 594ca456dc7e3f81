import type { Span } from '../diagnostics/index.ts';

/** A mistake in a query, placed in its text. */
export interface LogqlError {
  /** One sentence, subject in backticks, no place, no period. */
  readonly message: string;
  /** What to type instead. */
  readonly hint?: string;
  /** UTF-16 offsets. */
  readonly span: Span;
}

export function logqlError(message: string, { start, end }: Span, hint?: string): LogqlError {
  const error = { message, span: { start, end } };
  return hint === undefined ? error : { ...error, hint };
}
