import type { ts } from 'ts-morph';

import { any, type Metric } from '../../catalog/index.ts';
import { commentText, printCode, propertyName, quoted } from '../source/index.ts';
import { specCode } from '../system/index.ts';

type TypeScript = typeof ts;
type Node = ts.Node;
type ObjectLiteralExpression = ts.ObjectLiteralExpression;
type PropertyAssignment = ts.PropertyAssignment;

/** A catalog with what was seen added, and what became of its metrics. */
export interface MergedCatalog {
  /** Not formatted. The text that was given, where nothing changed. */
  readonly text: string;
  readonly added: readonly string[];
  /** Metrics that have a label or a value more. */
  readonly widened: readonly string[];
  readonly vanished: readonly string[];
  /** Metrics whose declaration says something else than what was seen: it is kept. */
  readonly kept: readonly { readonly name: string; readonly reason: string }[];
  /** The source names `any` now, which it has to import. */
  readonly usesAny: boolean;
}

/** Where nothing can be merged: why. */
export interface NotMerged {
  readonly reason: string;
}

const GONE = '// TODO(import): not exposed any more by';

/**
 * Adds what was seen to the catalog in a source file. What people wrote stays: a declaration gets labels and values that
 * are new; metrics that are new are added at the end; one that was not seen gets a comment, which goes when it is back.
 *
 * @param declared names that other catalogs of the system have
 * @param source what was read, for the comment
 */
export function mergeCatalog(
  text: string,
  metrics: readonly Metric[],
  declared: ReadonlySet<string>,
  source: string,
): MergedCatalog | NotMerged {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { ts } = require('ts-morph') as { ts: TypeScript };
  const file = ts.createSourceFile('metrics.ts', text, ts.ScriptTarget.ES2022, true);
  if ((file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics.length > 0) {
    return { reason: 'it is no TypeScript' };
  }
  const seen = new Map(metrics.map((metric) => [metric.name, metric]));
  const catalogs = objectsIn(file, ts).filter((object) => isCatalog(object, ts));
  const shared = (object: ObjectLiteralExpression) =>
    specsOf(object, ts).filter(([name]) => seen.has(name)).length;
  const [target] = [...catalogs].sort((a, b) => shared(b) - shared(a));
  if (target === undefined) return { reason: 'there is no catalog in it' };
  return new Merge(text, target, seen, declared, source, ts).run();
}

class Merge {
  readonly #text: string;
  readonly #target: ObjectLiteralExpression;
  readonly #seen: ReadonlyMap<string, Metric>;
  readonly #declared: ReadonlySet<string>;
  readonly #source: string;
  readonly #ts: TypeScript;
  readonly #edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  readonly #kept: { name: string; reason: string }[] = [];
  readonly #widened = new Set<string>();
  #usesAny = false;

  constructor(
    text: string,
    target: ObjectLiteralExpression,
    seen: ReadonlyMap<string, Metric>,
    declared: ReadonlySet<string>,
    source: string,
    ts: TypeScript,
  ) {
    this.#text = text;
    this.#target = target;
    this.#seen = seen;
    this.#declared = declared;
    this.#source = source;
    this.#ts = ts;
  }

  run(): MergedCatalog {
    const specs = specsOf(this.#target, this.#ts);
    const names = new Set(specs.map(([name]) => name));
    for (const [name, property] of specs) {
      const metric = this.#seen.get(name);
      if (metric !== undefined) this.#widen(property, metric);
    }
    const added = [...this.#seen.values()].filter(
      ({ name }) => !names.has(name) && !this.#declared.has(name),
    );
    const vanished = this.#markVanished(specs, specs.length + added.length);
    this.#append(
      this.#target,
      added.map((metric) => this.#spec(metric)),
    );
    return {
      text: this.#edited(),
      added: added.map(({ name }) => name),
      widened: [...this.#widened],
      vanished,
      kept: this.#kept,
      usesAny: this.#usesAny,
    };
  }

  #spec(metric: Metric): string {
    if (Object.values(metric.labels).includes(any)) this.#usesAny = true;
    return `${propertyName(metric.name)}: ${printCode(specCode(metric))}`;
  }

  #widen(property: PropertyAssignment, metric: Metric): void {
    const spec = property.initializer;
    if (!this.#ts.isObjectLiteralExpression(spec)) return;
    const kind = textOf(propertyIn(spec, 'kind', this.#ts)?.initializer, this.#ts);
    if (kind !== undefined && kind !== metric.kind) {
      const { name } = metric;
      this.#kept.push({
        name,
        reason: `it is declared as \`${kind}\`, and looks like \`${metric.kind}\``,
      });
      return;
    }
    const labels = propertyIn(spec, 'labels', this.#ts);
    const entries = Object.entries(metric.labels);
    if (labels === undefined) {
      if (entries.length === 0) return;
      this.#widened.add(metric.name);
      const texts = entries.map(([label, values]) => this.#label(label, values));
      this.#append(spec, [`labels: { ${texts.join(', ')} }`]);
      return;
    }
    const object = labels.initializer;
    if (!this.#ts.isObjectLiteralExpression(object)) return;
    const fresh: string[] = [];
    for (const [label, values] of entries) {
      const known = propertyIn(object, label, this.#ts);
      if (known === undefined) fresh.push(this.#label(label, values));
      else if (values !== any) this.#widenValues(known.initializer, values, metric.name);
    }
    if (fresh.length === 0) return;
    // Of a spread nobody knows here what it holds.
    if (object.properties.some((each) => this.#ts.isSpreadAssignment(each))) return;
    this.#widened.add(metric.name);
    this.#append(object, fresh);
  }

  #label(label: string, values: Metric['labels'][string]): string {
    if (values === any) this.#usesAny = true;
    const text = values === any ? 'any' : `[${values.map(quoted).join(', ')}]`;
    return `${propertyName(label)}: ${text}`;
  }

  #widenValues(list: Node, values: readonly string[], name: string): void {
    if (!this.#ts.isArrayLiteralExpression(list)) return;
    const known = list.elements.map((each) => textOf(each, this.#ts));
    if (known.includes(undefined)) return;
    const fresh = values.filter((value) => !known.includes(value));
    if (fresh.length === 0) return;
    this.#widened.add(name);
    const last = list.elements.at(-1);
    const at = last === undefined ? list.getStart() + 1 : last.getEnd();
    this.#insert(at, `${last === undefined ? '' : ', '}${fresh.map(quoted).join(', ')}`);
  }

  /** Only where most of the catalog was seen: of what another exporter exposes, this source says nothing. */
  #markVanished(
    specs: readonly (readonly [string, PropertyAssignment])[],
    total: number,
  ): readonly string[] {
    const gone = specs.filter(([name]) => !this.#seen.has(name));
    const isWhole = gone.length * 2 < total;
    const vanished: string[] = [];
    for (const [name, property] of specs) {
      const comment = this.#goneComment(property);
      if (this.#seen.has(name)) {
        if (comment !== undefined) this.#edits.push({ ...comment, text: '' });
        continue;
      }
      if (!isWhole || this.#mayBeAbsent(property)) continue;
      vanished.push(name);
      if (comment === undefined) {
        this.#insert(property.getStart(), `${GONE} ${commentText(this.#source)}\n`);
      }
    }
    return vanished;
  }

  #mayBeAbsent({ initializer }: PropertyAssignment): boolean {
    if (!this.#ts.isObjectLiteralExpression(initializer)) return false;
    return ['optional', 'until', 'deprecated'].some(
      (key) => propertyIn(initializer, key, this.#ts) !== undefined,
    );
  }

  #goneComment(
    property: PropertyAssignment,
  ): { readonly at: number; readonly end: number } | undefined {
    const ranges = this.#ts.getLeadingCommentRanges(this.#text, property.getFullStart()) ?? [];
    const range = ranges.find(({ pos }) => this.#text.startsWith(GONE, pos));
    return range === undefined ? undefined : { at: range.pos, end: range.end + 1 };
  }

  #append(object: ObjectLiteralExpression, entries: readonly string[]): void {
    if (entries.length === 0) return;
    const last = object.properties.at(-1);
    const at = last === undefined ? object.getStart() + 1 : last.getEnd();
    this.#insert(at, `${last === undefined ? '' : ', '}${entries.join(', ')}`);
  }

  #insert(at: number, text: string): void {
    this.#edits.push({ at, end: at, text });
  }

  #edited(): string {
    let text = this.#text;
    const fromBehind = this.#edits
      .map((edit, index) => ({ ...edit, index }))
      .sort((a, b) => b.at - a.at || b.index - a.index);
    for (const edit of fromBehind) text = text.slice(0, edit.at) + edit.text + text.slice(edit.end);
    return text;
  }
}

function objectsIn(node: Node, ts: TypeScript): readonly ObjectLiteralExpression[] {
  const found: ObjectLiteralExpression[] = [];
  const visit = (each: Node): void => {
    if (ts.isObjectLiteralExpression(each)) found.push(each);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** An object whose entries are declarations of metrics, or an empty one that is handed to `defineCatalog`. */
function isCatalog(object: ObjectLiteralExpression, ts: TypeScript): boolean {
  if (specsOf(object, ts).length > 0) return true;
  const { parent } = object;
  return (
    ts.isCallExpression(parent) &&
    parent.expression.getText() === 'defineCatalog' &&
    parent.arguments[1] === object
  );
}

function specsOf(
  object: ObjectLiteralExpression,
  ts: TypeScript,
): readonly (readonly [string, PropertyAssignment])[] {
  return object.properties.flatMap((property) => {
    if (!ts.isPropertyAssignment(property)) return [];
    const { initializer } = property;
    const isSpec =
      ts.isObjectLiteralExpression(initializer) &&
      propertyIn(initializer, 'kind', ts) !== undefined &&
      propertyIn(initializer, 'help', ts) !== undefined;
    const name = nameOf(property, ts);
    return isSpec && name !== undefined ? [[name, property] as const] : [];
  });
}

function propertyIn(
  object: ObjectLiteralExpression,
  name: string,
  ts: TypeScript,
): PropertyAssignment | undefined {
  return object.properties.find(
    (each): each is PropertyAssignment =>
      ts.isPropertyAssignment(each) && nameOf(each, ts) === name,
  );
}

function nameOf({ name }: PropertyAssignment, ts: TypeScript): string | undefined {
  if (ts.isIdentifier(name) || ts.isStringLiteralLike(name)) return name.text;
  return ts.isComputedPropertyName(name) ? textOf(name.expression, ts) : undefined;
}

function textOf(node: Node | undefined, ts: TypeScript): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
