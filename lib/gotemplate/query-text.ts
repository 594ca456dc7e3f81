import type { Span } from '../diagnostics/index.ts';

/** The text of a string, as far as it is known before the alert fires. */
export interface KnownText {
  /** What is only known then, a label of the alert, is `x` in it, or `0` where a number is printed. */
  readonly text: string;
  /** Whether nothing of it had to be made up. */
  readonly exact: boolean;
}

/** What stands in `query "…"`. */
export interface QueryText extends Partial<KnownText> {
  /** The call of `query`. */
  readonly span: Span;
}
