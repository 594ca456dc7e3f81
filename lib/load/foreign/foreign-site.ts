import type { Edit, Site, Span, Where } from '../../diagnostics/index.ts';
import type { EditOf, FileChange, Locate } from '../../model/index.ts';
import type { Lines } from './lines.ts';
import type { Keys, SourceDocument } from './source-document.ts';

/** A file of YAML or JSON, as far as places in it need it. */
export interface ForeignFile {
  /** As it is printed. */
  readonly file: string;
  readonly lines: Lines;
}

/** Where an object stands in a file of YAML or JSON. Most places are never printed, so they are looked up when read. */
export class ForeignSite implements Site {
  readonly file: string;
  readonly #in: ForeignFile;
  readonly #document: SourceDocument;
  readonly #keys: Keys;
  readonly #expression: Keys | undefined;
  readonly #offset: number;

  /**
   * @param expression of the text that the object's expression is in, below the object
   * @param offset of the expression in that text
   */
  constructor(
    file: ForeignFile,
    document: SourceDocument,
    keys: Keys,
    expression?: Keys,
    offset = 0,
  ) {
    this.file = file.file;
    this.#in = file;
    this.#document = document;
    this.#keys = keys;
    this.#expression = expression && [...keys, ...expression];
    this.#offset = offset;
  }

  get line(): number {
    return this.#in.lines.at(this.#document.spanOf(this.#keys).start).line;
  }

  get column(): number {
    return this.#in.lines.at(this.#document.spanOf(this.#keys).start).column;
  }

  /** @param span part of the expression's text */
  where(path: readonly string[], span?: Span): Where {
    const place = span === undefined ? undefined : this.#placeOf(span);
    return { file: this.file, line: this.line, column: this.column, ...place, path };
  }

  edit(change: FileChange): Edit | undefined {
    const keys = this.#expression;
    if (change.kind !== 'text' || keys === undefined) return undefined;
    const { start, end } = change.span;
    const part = { start: start + this.#offset, end: end + this.#offset };
    return this.#document.replaceIn(keys, part, change.text);
  }

  #placeOf({ start, end }: Span): Partial<Where> | undefined {
    const keys = this.#expression;
    if (keys === undefined) return undefined;
    const from = this.#document.offsetIn(keys, start + this.#offset);
    const to = this.#document.offsetIn(keys, end + this.#offset);
    if (from === undefined || to === undefined) {
      return this.#in.lines.at(this.#document.spanOf(keys).start);
    }
    const last = this.#in.lines.at(to);
    return { ...this.#in.lines.at(from), endLine: last.line, endColumn: last.column };
  }
}

/** Of what was read from a file of YAML or JSON. */
export function locateIn(file: string): Locate {
  return (site, path, span) =>
    site instanceof ForeignSite ? site.where(path, span) : { file, path };
}

/** Of what was read from a file of YAML or JSON. */
export const editForeign: EditOf = (site, change) =>
  site instanceof ForeignSite ? site.edit(change) : undefined;
