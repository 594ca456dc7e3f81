import type { Scalar } from 'yaml';

import type { Span } from '../../diagnostics/index.ts';

/**
 * Where in the file each character of a scalar's text stands. Spaces that folding or indentation has changed stand where
 * the line ends.
 *
 * @returns `undefined` where the two are not the same text
 */
export function yamlPlaces(file: string, scalar: Scalar): readonly Span[] | undefined {
  const [start = 0, end = start] = scalar.range ?? [];
  const text = typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? '');
  switch (scalar.type) {
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      // The header, from `|` to the end of its line, ends where the first line break begins.
      return new Alignment(file, text, 'block').from(lineEnd(file, start), end);
    case 'QUOTE_DOUBLE':
      return new Alignment(file, text, 'double').from(start + 1, end - 1);
    case 'QUOTE_SINGLE':
      return new Alignment(file, text, 'single').from(start + 1, end - 1);
    default:
      return new Alignment(file, text, 'plain').from(start, end);
  }
}

/** Where in the file a part of a scalar's text begins, by `yamlPlaces` of it; `undefined` where that is not known. */
export function yamlOffset(
  places: readonly Span[] | undefined,
  offset: number,
): number | undefined {
  return places?.[offset]?.start ?? (offset === 0 ? undefined : places?.[offset - 1]?.end);
}

/** Goes through a scalar's text and its spelling in the file side by side. */
class Alignment {
  readonly #file: string;
  readonly #text: string;
  readonly #style: 'block' | 'double' | 'single' | 'plain';

  constructor(file: string, text: string, style: 'block' | 'double' | 'single' | 'plain') {
    this.#file = file;
    this.#text = text;
    this.#style = style;
  }

  from(start: number, end: number): readonly Span[] | undefined {
    const places: Span[] = [];
    let at = start;
    while (places.length < this.#text.length) {
      const width = this.#lineBreakAt(at);
      // A block at the end of the file ends with a line break even if the file does not.
      const spaces = width > 0 || at >= end ? this.#spacesAt(places.length) : 0;
      if (width > 0 || spaces > 0) {
        for (let i = 0; i < spaces; i++) places.push({ start: at, end: at });
        at += width;
        continue;
      }
      const step = this.#stepAt(at, this.#text.charAt(places.length));
      if (step === undefined || at + step > end) return undefined;
      places.push({ start: at, end: at + step });
      at += step;
    }
    return places;
  }

  /** Length of the white space from here to the first word of a further line; 0 where the line goes on. */
  #lineBreakAt(at: number): number {
    // Asked for each character, and most are none.
    if (this.#file.charCodeAt(at) > SPACE) return 0;
    WHITE.lastIndex = at;
    const white = WHITE.exec(this.#file)?.[0] ?? '';
    return white.includes('\n') ? white.length : 0;
  }

  /** How many spaces and line breaks the text has here. */
  #spacesAt(at: number): number {
    SPACES.lastIndex = at;
    return SPACES.exec(this.#text)?.[0].length ?? 0;
  }

  /** Length of the spelling of a character. */
  #stepAt(at: number, char: string): number | undefined {
    const written = this.#file.charAt(at);
    if (this.#style === 'single' && written === "'") {
      return char === "'" && this.#file.charAt(at + 1) === "'" ? 2 : undefined;
    }
    if (this.#style === 'double' && written === '\\') {
      return this.#file.charAt(at + 1) === ESCAPES[char] ? 2 : undefined;
    }
    return written === char ? 1 : undefined;
  }
}

const SPACES = /[ \t\n]*/y;
const WHITE = /[ \t\r\n]*/y;
/** The highest code of white space. */
const SPACE = 32;

/** Those that occur in expressions; others are not worth a table. */
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  '\n': 'n',
  '\t': 't',
};

function lineEnd(file: string, from: number): number {
  const end = file.indexOf('\n', from);
  return end === -1 ? file.length : end;
}
