import type { Keys } from './source-document.ts';

/**
 * An object, a list, an entry of an object (`property`: its key and its value), or a scalar in a text of JSON.
 *
 * A text that `JSON.parse` has accepted needs no parser to be found one's way in: its brackets are paired, and what is
 * between them is passed over until somebody asks for it, so that one place in a large dashboard costs no tree of it.
 */
export class JsonNode {
  readonly type: 'object' | 'array' | 'property' | 'string' | 'literal';
  readonly offset: number;
  readonly length: number;
  readonly parent: JsonNode | undefined;
  readonly #source: Source;
  #children: readonly JsonNode[] | undefined;

  private constructor(source: Source, offset: number, end: number, parent?: JsonNode) {
    this.#source = source;
    this.type = parent?.type === 'object' ? 'property' : typeAt(source.text, offset);
    this.offset = offset;
    this.length = end - offset;
    this.parent = parent;
  }

  /** @param text that `JSON.parse` accepts */
  static of(text: string): JsonNode {
    const source = { text, ends: pairBrackets(text) };
    const offset = skipSpace(text, 0);
    return new JsonNode(source, offset, endOf(source, offset));
  }

  /** In the order of the text; none of a scalar. */
  get children(): readonly JsonNode[] {
    return (this.#children ??= this.#find());
  }

  /** Of a scalar. */
  get value(): unknown {
    if (this.type !== 'string' && this.type !== 'literal') return undefined;
    return JSON.parse(this.#source.text.slice(this.offset, this.offset + this.length));
  }

  /** The value that is on this way, the first of those with the same key. */
  at(keys: Keys): JsonNode | undefined {
    const [key, ...further] = keys;
    if (key === undefined) return this;
    return (typeof key === 'number' ? this.#item(key) : this.#entry(key))?.at(further);
  }

  #item(index: number): JsonNode | undefined {
    return this.type === 'array' ? this.children[index] : undefined;
  }

  #entry(key: string): JsonNode | undefined {
    if (this.type !== 'object') return undefined;
    return this.children.find(({ children }) => children[0]?.value === key)?.children[1];
  }

  #find(): readonly JsonNode[] {
    const { text } = this.#source;
    const found: JsonNode[] = [];
    if (this.type === 'string' || this.type === 'literal') return found;
    const last = this.offset + this.length;
    let at = this.type === 'property' ? this.offset : skipSpace(text, this.offset + 1);
    while (at < last && !isClosing(text.charCodeAt(at))) {
      let end = endOf(this.#source, at);
      if (this.type === 'object') end = endOf(this.#source, skipSign(text, end));
      found.push(new JsonNode(this.#source, at, end, this));
      at = skipSign(text, end);
    }
    return found;
  }
}

interface Source {
  readonly text: string;
  /** The offset behind each object and list, by that of its start. */
  readonly ends: ReadonlyMap<number, number>;
}

function typeAt(text: string, offset: number): JsonNode['type'] {
  switch (text.charCodeAt(offset)) {
    case BRACE:
      return 'object';
    case BRACKET:
      return 'array';
    case QUOTE:
      return 'string';
    default:
      return 'literal';
  }
}

function pairBrackets(text: string): Source['ends'] {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at) - 1;
    else if (code === BRACE || code === BRACKET) open.push(at);
    else if (isClosing(code)) ends.set(open.pop() ?? 0, at + 1);
  }
  return ends;
}

/** The offset behind the value that starts at `start`. */
function endOf({ text, ends }: Source, start: number): number {
  if (text.charCodeAt(start) === QUOTE) return endOfString(text, start);
  const end = ends.get(start);
  if (end !== undefined) return end;
  let at = start;
  while (at < text.length && isLiteral(text.charCodeAt(at))) at++;
  return at;
}

function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let before = quote;
  while (text.charCodeAt(before - 1) === BACKSLASH) before--;
  return (quote - before) % 2 === 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= SPACE) at++;
  return at;
}

/** Past `:` or `,`; a bracket that closes stays. */
function skipSign(text: string, from: number): number {
  const at = skipSpace(text, from);
  return isClosing(text.charCodeAt(at)) ? at : skipSpace(text, at + 1);
}

function isClosing(code: number): boolean {
  return code === CLOSING_BRACE || code === CLOSING_BRACKET;
}

function isLiteral(code: number): boolean {
  return code > SPACE && code !== COMMA && !isClosing(code);
}

const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const BRACKET = 91;
const BACKSLASH = 92;
const CLOSING_BRACKET = 93;
const BRACE = 123;
const CLOSING_BRACE = 125;
