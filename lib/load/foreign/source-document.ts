import type { Edit, Span } from '../../diagnostics/index.ts';

/** The way to a value: keys of objects and indexes of lists, outermost first. */
export type Keys = readonly (string | number)[];

/** One document of a file of YAML or JSON: what it says, and where it says it. */
export interface SourceDocument {
  /** Objects, lists and scalars. Scalars of YAML are texts as they are written, because Go reads them so. */
  readonly value: unknown;
  /** The place of a value in the file's text, quotes included; that of the nearest value around it where it is missing. */
  spanOf(keys: Keys): Span;
  /** The place of the key of an entry. */
  keySpanOf(keys: Keys): Span;
  /** The offset in the file of an offset in a text; `undefined` where quoting and folding make that uncertain. */
  offsetIn(keys: Keys, offset: number): number | undefined;
  /** Replaces a part of a text; `undefined` where it is not certain that nothing else changes. */
  replaceIn(keys: Keys, part: Span, text: string): Edit | undefined;
}
