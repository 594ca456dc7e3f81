import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type Scalar,
  type YAMLMap,
} from 'yaml';

import type { Edit, Span } from '../../diagnostics/index.ts';
import type { Keys, SourceDocument } from './source-document.ts';
import { yamlEdit } from './yaml-edit.ts';
import { yamlOffset, yamlPlaces } from './yaml-offset.ts';

/** What YAML's own grammar refuses. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}

export interface ReadDocuments {
  readonly documents: readonly SourceDocument[];
  readonly problems: readonly SyntaxProblem[];
}

/** Reads all documents of a text; those that are empty are left out. Never throws. */
export function readYaml(text: string): ReadDocuments {
  const parsed = parseAllDocuments(text, { merge: true, prettyErrors: false, version: '1.2' });
  const documents = Array.isArray(parsed) ? parsed : [];
  // What follows is mostly the same once more.
  const problems = documents.flatMap(({ errors }) =>
    errors.slice(0, 1).map(({ message, pos }) => ({
      message: message.split('\n')[0]?.replace(/\.$/, '') ?? message,
      span: { start: pos[0], end: pos[1] },
    })),
  );
  const read = documents
    .filter(({ contents, errors }) => contents !== null && errors.length === 0)
    .map((document) => new YamlDocument(text, document));
  return { documents: read.filter(({ value }) => value !== null), problems };
}

class YamlDocument implements SourceDocument {
  readonly value: unknown;
  readonly #text: string;
  readonly #document: Document;
  /** Of the text that was asked for last. */
  #placed: { readonly scalar: Scalar; readonly places: readonly Span[] | undefined } | undefined;

  constructor(text: string, document: Document) {
    this.#text = text;
    this.#document = document;
    this.value = this.#valueOf(document.contents, 0);
  }

  spanOf(keys: Keys): Span {
    return spanOf(this.#nodeAt(keys) ?? this.#document.contents);
  }

  keySpanOf(keys: Keys): Span {
    const parent = this.#nodeAt(keys.slice(0, -1));
    const pair = isMap(parent) ? this.#pairOf(parent, keys.at(-1) ?? '') : undefined;
    return pair === undefined ? this.spanOf(keys) : spanOf(pair.key as Node);
  }

  offsetIn(keys: Keys, offset: number): number | undefined {
    const node = this.#nodeAt(keys, true);
    return isScalar(node) ? yamlOffset(this.#placesOf(node), offset) : undefined;
  }

  replaceIn(keys: Keys, part: Span, text: string): Edit | undefined {
    const node = this.#nodeAt(keys, true);
    return isScalar(node) ? yamlEdit(this.#text, node, part, text) : undefined;
  }

  /** A finding asks for its start and for its end, and the next one is often about the same text. */
  #placesOf(scalar: Scalar): readonly Span[] | undefined {
    if (this.#placed?.scalar !== scalar) {
      this.#placed = { scalar, places: yamlPlaces(this.#text, scalar) };
    }
    return this.#placed.places;
  }

  /** An alias stands for what it names; a file that nests them without end has no value. */
  #valueOf(node: unknown, depth: number): unknown {
    if (depth > DEEPEST) return null;
    if (isAlias(node)) return this.#valueOf(node.resolve(this.#document), depth + 1);
    if (isSeq(node)) return node.items.map((item) => this.#valueOf(item, depth + 1));
    if (isMap(node)) {
      const entries = this.#pairsOf(node).map(
        ({ key, value }) => [keyText(key), this.#valueOf(value, depth + 1)] as const,
      );
      return Object.fromEntries(entries);
    }
    if (!isScalar(node) || node.value === null) return null;
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  /** With those that `<<` brings in, which come first: later ones win. */
  #pairsOf(map: YAMLMap): readonly Pair[] {
    if (!map.items.some(isMerge)) return map.items;
    const merged = map.items.filter(isMerge).flatMap(({ value }) => {
      const from = isAlias(value) ? value.resolve(this.#document) : value;
      const maps = isSeq(from) ? [...from.items].reverse() : [from];
      return maps.flatMap((each) => {
        const one = isAlias(each) ? each.resolve(this.#document) : each;
        return isMap(one) ? this.#pairsOf(one) : [];
      });
    });
    return [...merged, ...map.items.filter((pair) => !isMerge(pair))];
  }

  #pairOf(map: YAMLMap, key: string | number): Pair | undefined {
    return this.#pairsOf(map).findLast((pair) => keyText(pair.key) === String(key));
  }

  /** The innermost node on the way that exists. */
  #nodeAt(keys: Keys, resolved = false): Node | undefined {
    let node: unknown = this.#document.contents;
    for (const key of keys) {
      if (isAlias(node)) node = node.resolve(this.#document);
      const next: unknown = isMap(node)
        ? this.#pairOf(node, key)?.value
        : isSeq(node)
          ? node.items[Number(key)]
          : undefined;
      if (next === undefined || next === null) break;
      node = next;
    }
    if (resolved && isAlias(node)) node = node.resolve(this.#document);
    return isScalar(node) || isCollection(node) || isAlias(node) ? node : undefined;
  }
}

const DEEPEST = 64;

function isMerge(pair: unknown): boolean {
  return isPair(pair) && isScalar(pair.key) && (pair.key.value === '<<' || isMergeSymbol(pair.key));
}

function isMergeSymbol({ value }: Scalar): boolean {
  return typeof value === 'symbol' && value.description === '<<';
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : String(key);
}

function spanOf(node: Node | null | undefined): Span {
  const [start = 0, end = start] = node?.range ?? [];
  return { start, end };
}
