import type { Edit, Span } from '../../diagnostics/index.ts';
import { addProperty } from './json-edit.ts';
import { JsonNode } from './json-node.ts';
import type { Keys, SourceDocument } from './source-document.ts';

/** A file of JSON. Its places are looked for only once somebody asks for one. */
export class JsonDocument implements SourceDocument {
  readonly value: unknown;
  readonly #text: string;
  /** Length of the mark that some editors write before the text. */
  readonly #before: number;
  #tree: JsonNode | undefined;

  /** @throws SyntaxError */
  constructor(file: string) {
    this.#before = file.startsWith('\uFEFF') ? 1 : 0;
    this.#text = file.slice(this.#before);
    this.value = JSON.parse(this.#text);
  }

  spanOf(keys: Keys): Span {
    return this.#inFile(spanOf(this.#nearest(keys)));
  }

  keySpanOf(keys: Keys): Span {
    const node = this.#nodeAt(keys);
    const key = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return key === undefined ? this.spanOf(keys) : this.#inFile(spanOf(key));
  }

  offsetIn(keys: Keys, offset: number): number | undefined {
    const node = this.#nodeAt(keys);
    if (node?.type !== 'string') return undefined;
    let at = node.offset + 1;
    for (let i = 0; i < offset; i++) {
      if (this.#text[at] === '\\') at += this.#text[at + 1] === 'u' ? 6 : 2;
      else at++;
    }
    return this.#before + at;
  }

  replaceIn(keys: Keys, part: Span, text: string): Edit | undefined {
    const [start, end] = [this.offsetIn(keys, part.start), this.offsetIn(keys, part.end)];
    if (start === undefined || end === undefined || !this.#isRead(keys)) return undefined;
    return { span: { start, end }, text: JSON.stringify(text).slice(1, -1) };
  }

  /**
   * Sets a value: replaces it, or adds it, with the objects around it that are missing, as the file is written.
   *
   * @returns `undefined` where something else than an object stands in the way
   */
  set(keys: Keys, value: unknown): Edit | undefined {
    const there = this.#nodeAt(keys);
    if (there !== undefined) {
      return this.#isRead(keys)
        ? { span: this.#inFile(spanOf(there)), text: JSON.stringify(value) }
        : undefined;
    }
    const known = keys.findLastIndex((_, i) => this.#nodeAt(keys.slice(0, i)) !== undefined);
    const object = this.#nodeAt(keys.slice(0, known));
    const [key, ...inner] = keys.slice(known);
    if (object?.type !== 'object' || !this.#isRead(keys.slice(0, known))) return undefined;
    if (typeof key !== 'string' || inner.some((each) => typeof each !== 'string')) return undefined;
    const whole = inner.reduceRight<unknown>((below, each) => ({ [each]: below }), value);
    const { span, text } = addProperty(this.#text, object, key, whole);
    return { span: this.#inFile(span), text };
  }

  /** Of two entries with one key the last counts, and the tree gives the first. */
  #isRead(keys: Keys): boolean {
    return keys.every((key, i) => {
      const object = this.#nodeAt(keys.slice(0, i));
      if (object?.type !== 'object') return true;
      const same = object.children.filter(({ children }) => children[0]?.value === key);
      return same.length === 1;
    });
  }

  #inFile({ start, end }: Span): Span {
    return { start: start + this.#before, end: end + this.#before };
  }

  #nearest(keys: Keys): JsonNode | undefined {
    for (let length = keys.length; length > 0; length--) {
      const node = this.#nodeAt(keys.slice(0, length));
      if (node !== undefined) return node;
    }
    return this.#nodeAt([]);
  }

  #nodeAt(keys: Keys): JsonNode | undefined {
    this.#tree ??= JsonNode.of(this.#text);
    return this.#tree.at(keys);
  }
}

function spanOf(node: JsonNode | undefined): Span {
  return node === undefined
    ? { start: 0, end: 0 }
    : { start: node.offset, end: node.offset + node.length };
}
