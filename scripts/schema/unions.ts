import type { JsonSchema, Literal } from '../../lib/emit/schema/index.ts';
import type { Definitions } from './definitions.ts';
import { switchOf } from './switches.ts';

/** Enums longer than this are written once and referred to. */
const SHORT = 15;

/**
 * The schema of a union of `parts`. Its objects become one switch over a key of literals, so that a mistake
 * in one of them is not reported once for each of the others.
 */
export function unionOf(
  parts: readonly JsonSchema[],
  name: string,
  definitions: Definitions,
): JsonSchema {
  const literals = parts.filter((part) => part.const !== undefined);
  const patterns = parts.filter((part) => part.pattern !== undefined);
  const objects = parts.filter((part) => definitions.resolve(part).type === 'object');
  const special = new Set([...literals, ...patterns, ...objects]);
  const members = [
    ...enumOf(literals),
    ...patternOf(patterns),
    ...parts.filter((part) => !special.has(part)),
    ...(objects.length > 0 ? [switchOf(objects, name, definitions)] : []),
  ];
  const [only, second] = members;
  if (only && !second) return isLong(only) ? definitions.add(name, only) : only;
  const merged = mergeTypes(members.map((member) => definitions.resolve(member)));
  return merged ?? definitions.add(name, { anyOf: members });
}

function isLong({ enum: values = [] }: JsonSchema): boolean {
  return values.length > SHORT;
}

function enumOf(parts: readonly JsonSchema[]): JsonSchema[] {
  if (parts.length < 2) return [...parts];
  const values = parts.map((part) => part.const as Literal);
  if (values.every((value) => typeof value === 'boolean')) return [{ type: 'boolean' }];
  const types = [...new Set(parts.map((part) => part.type as string))].sort();
  return [
    {
      type: types.length > 1 ? types : types.join(),
      enum: values.sort((a, b) => (String(a) < String(b) ? -1 : 1)),
    },
  ];
}

function patternOf(parts: readonly JsonSchema[]): JsonSchema[] {
  const patterns = parts.map(({ pattern }) => pattern).sort();
  return patterns.length > 0 ? [{ type: 'string', pattern: patterns.join('|') }] : [];
}

/** `number | null` is one schema of two types, because the other keywords look at one type each. */
function mergeTypes(parts: readonly JsonSchema[]): JsonSchema | undefined {
  const types = parts.map(({ type }) => type);
  const mergeable = parts.every((part) => !part.enum && !part.oneOf && !part.if && isOwnType(part));
  if (!mergeable || new Set(types).size < types.length) return undefined;
  const merged: JsonSchema = Object.assign({}, ...parts, { type: (types as string[]).sort() });
  delete merged.const;
  return merged;
}

function isOwnType({ type, const: value }: JsonSchema): boolean {
  return typeof type === 'string' && (value === undefined || value === null);
}
