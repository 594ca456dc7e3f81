import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';

import type { Span } from '../../diagnostics/index.ts';
import type { Keys, SourceDocument } from './source-document.ts';

/** A file of JSON. Its places are looked for only once somebody asks for one. */
export class JsonDocument implements SourceDocument {
  readonly value: unknown;
  readonly #text: string;
  #tree: Node | undefined;

  /** @throws SyntaxError */
  constructor(text: string) {
    this.#text = text;
    this.value = JSON.parse(text);
  }

  spanOf(keys: Keys): Span {
    return spanOf(this.#nearest(keys));
  }

  keySpanOf(keys: Keys): Span {
    const node = this.#nodeAt(keys);
    const key = node?.parent?.type === 'property' ? node.parent.children?.[0] : undefined;
    return key === undefined ? this.spanOf(keys) : spanOf(key);
  }

  offsetIn(keys: Keys, offset: number): number | undefined {
    const node = this.#nodeAt(keys);
    if (node?.type !== 'string') return undefined;
    let at = node.offset + 1;
    for (let i = 0; i < offset; i++) {
      if (this.#text[at] === '\\') at += this.#text[at + 1] === 'u' ? 6 : 2;
      else at++;
    }
    return at;
  }

  #nearest(keys: Keys): Node | undefined {
    for (let length = keys.length; length > 0; length--) {
      const node = this.#nodeAt(keys.slice(0, length));
      if (node !== undefined) return node;
    }
    return this.#nodeAt([]);
  }

  #nodeAt(keys: Keys): Node | undefined {
    this.#tree ??= parseTree(this.#text);
    return this.#tree && findNodeAtLocation(this.#tree, [...keys]);
  }
}

function spanOf(node: Node | undefined): Span {
  return node === undefined
    ? { start: 0, end: 0 }
    : { start: node.offset, end: node.offset + node.length };
}
