import type { Severity } from '../diagnostics/index.ts';

/** What rests on a metric's name instead of a declaration is no proof. */
export function ifGuessed({ guessed }: { readonly guessed: boolean }): {
  readonly severity?: Severity;
} {
  return guessed ? { severity: 'warning' } : {};
}
