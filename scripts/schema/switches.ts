import type { JsonSchema, Literal } from '../../lib/emit/schema/index.ts';
import type { Definitions } from './definitions.ts';

/**
 * One of several objects, chosen by the literals of a key that all have, or of a key one level down
 * (`datasource.type`). All references.
 *
 * @throws Error when no key tells them apart
 */
export function switchOf(
  objects: readonly JsonSchema[],
  name: string,
  definitions: Definitions,
): JsonSchema {
  const [only, second] = objects;
  if (only && !second) return only;
  const shapes = objects.map((object) => definitions.resolve(object));
  const tag = tagOf(shapes);
  if (tag !== undefined) {
    return definitions.add(name, {
      type: 'object',
      discriminator: { propertyName: tag },
      oneOf: sortedBy(objects, (object) => firstLiteral(definitions.resolve(object), tag)),
    });
  }
  return definitions.add(name, chainOf(objects, name, definitions));
}

/** `if` the inner key has the first object's literals `then` that one, `else` the next. */
function chainOf(
  objects: readonly JsonSchema[],
  name: string,
  definitions: Definitions,
): JsonSchema {
  const shapes = objects.map((object) => definitions.resolve(object));
  for (const outer of Object.keys(shapes[0]?.properties ?? {})) {
    const inner = shapes.map((shape) => definitions.resolve(shape.properties?.[outer] ?? {}));
    const tag = tagOf(inner);
    if (tag === undefined) continue;
    const branches = objects.map((then, at) => ({
      then,
      tag: inner[at]?.properties?.[tag] ?? {},
      // The object that may lack the key is what is left when no other fits.
      rank: shapes[at]?.required?.includes(outer) ? firstLiteral(inner[at], tag) : '~',
    }));
    const ordered = sortedBy(branches, ({ rank }) => rank);
    return ordered.reduceRight<JsonSchema>(
      (rest, { then, tag: value }) =>
        Object.keys(rest).length === 0 ? then : { if: has(outer, tag, value), then, else: rest },
      {},
    );
  }
  throw new Error(`${name}: no key tells the members of the union apart`);
}

function has(outer: string, tag: string, value: JsonSchema): JsonSchema {
  const inner = { type: 'object', properties: { [tag]: value }, required: [tag] };
  return { type: 'object', properties: { [outer]: inner }, required: [outer] };
}

/** The first key that every shape requires, with texts that no two shapes share. */
function tagOf(shapes: readonly JsonSchema[]): string | undefined {
  return Object.keys(shapes[0]?.properties ?? {}).find((key) => {
    if (!shapes.every((shape) => shape.required?.includes(key))) return false;
    const values = shapes.map((shape) => literalsOf(shape.properties?.[key]));
    const all = values.flat();
    return values.every((list) => list.length > 0) && new Set(all).size === all.length;
  });
}

function literalsOf(schema: JsonSchema | undefined): Literal[] {
  const values = schema?.enum ?? (schema?.const === undefined ? [] : [schema.const]);
  return values.every((value) => typeof value === 'string') ? values : [];
}

function firstLiteral(shape: JsonSchema | undefined, key: string): string {
  return String(literalsOf(shape?.properties?.[key])[0]);
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
