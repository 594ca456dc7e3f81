import type { Site } from '../diagnostics/index.ts';
import type { PromqlError } from './promql-error.ts';

/** A `` promql`…` `` that is not PromQL. `load` makes a diagnostic of it. */
export class PromqlSyntaxError extends Error {
  override readonly name = 'PromqlSyntaxError';
  /** The text with its holes filled; the spans of `errors` are offsets in it. */
  readonly text: string;
  /** At least one, in the order of the text. */
  readonly errors: readonly PromqlError[];
  /** The line of the template. */
  readonly site?: Site;

  constructor(text: string, errors: readonly PromqlError[], site: Site | undefined) {
    super(errors[0]?.message ?? 'the expression is empty');
    this.text = text;
    this.errors = errors;
    if (site !== undefined) this.site = site;
  }
}
