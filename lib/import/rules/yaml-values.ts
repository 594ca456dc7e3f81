import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseAllDocuments,
  visit,
  type YAMLMap,
} from 'yaml';

/** A value of YAML with its scalars as texts as they are written, because Go reads them so. */
export type YamlValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly items: readonly YamlValue[]; readonly node: Node }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, YamlValue>; readonly node: Node };

export interface YamlText {
  readonly values: readonly YamlValue[];
  readonly problems: readonly string[];
  /** Comments outside of every value, line by line. */
  readonly comments: readonly string[];
}

/** Reads all documents of a text. Never throws. */
export function readYaml(text: string): YamlText {
  const parsed = parseAllDocuments(text, { merge: true, prettyErrors: false, version: '1.2' });
  const documents: Document[] = Array.isArray(parsed) ? parsed : [];
  const problems = documents.flatMap(({ errors }) =>
    errors.map(({ message }) => message.split('\n')[0] ?? message),
  );
  return {
    values: documents
      .filter(({ errors }) => errors.length === 0)
      .map((document) => valueOf(document.contents, document, 0)),
    problems,
    comments: documents.flatMap((document) => [
      ...linesOf(document.commentBefore),
      ...(isMap(document.contents) ? commentsOfMap(document.contents) : []),
      ...linesOf(document.comment),
    ]),
  };
}

/** Above a map and above its keys. */
function commentsOfMap(map: YAMLMap): readonly string[] {
  const keys = map.items.flatMap(({ key }) => (isScalar(key) ? linesOf(key.commentBefore) : []));
  return [...linesOf(map.commentBefore), ...keys];
}

/** The comment above the first item of a list: YAML has it above the list. */
export function commentAbove({ commentBefore }: Node): readonly string[] {
  return linesOf(commentBefore);
}

/** The comments in a value and directly above it, in order. */
export function commentsIn(node: Node): readonly string[] {
  const found: string[] = [];
  visit(node, {
    Node: (_, each) => {
      found.push(...linesOf(each.commentBefore), ...linesOf(each.comment));
    },
  });
  return found;
}

/** Deeper is no rule file, but may be a bomb of aliases. */
const DEEPEST = 64;

function valueOf(node: unknown, document: Document, depth: number): YamlValue {
  if (depth > DEEPEST) return { kind: 'none' };
  if (isAlias(node)) return valueOf(node.resolve(document), document, depth + 1);
  if (isSeq(node)) {
    return {
      kind: 'list',
      node,
      items: node.items.map((each) => valueOf(each, document, depth + 1)),
    };
  }
  if (isMap(node)) {
    const entries = new Map<string, YamlValue>();
    for (const { key, value } of node.items) {
      if (isScalar(key) && (key.value === '<<' || typeof key.value === 'symbol')) {
        const merged = valueOf(value, document, depth + 1);
        const maps = merged.kind === 'list' ? merged.items : [merged];
        for (const each of maps) {
          if (each.kind !== 'map') continue;
          for (const [name, inner] of each.entries)
            if (!entries.has(name)) entries.set(name, inner);
        }
        continue;
      }
      entries.set(keyOf(key), valueOf(value, document, depth + 1));
    }
    return { kind: 'map', node, entries };
  }
  if (!isScalar(node) || node.value === null) return { kind: 'none' };
  return {
    kind: 'text',
    text: typeof node.value === 'string' ? node.value : (node.source ?? String(node.value)),
  };
}

function keyOf(key: unknown): string {
  return isScalar(key) ? String(key.source ?? key.value) : String(key);
}

function linesOf(comment: string | null | undefined): readonly string[] {
  if (comment === null || comment === undefined) return [];
  return comment
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
