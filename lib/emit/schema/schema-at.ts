import type { JsonSchema, Literal } from './json-schema.ts';

/**
 * The part of the schema that a value was checked with, following references and the switches that the data
 * decides. Nothing where no schema applies.
 *
 * @param path keys from the root of `json`
 */
export function schemaAt(
  root: JsonSchema,
  json: unknown,
  path: readonly string[],
): JsonSchema | undefined {
  let schema: JsonSchema | undefined = chosen(root, root, json);
  let value = json;
  for (const key of path) {
    const next: JsonSchema | undefined = schema && childOf(schema, key);
    value = valueOf(value, key);
    schema = next && chosen(next, root, value);
  }
  return schema;
}

/** `value[key]` of anything. */
export function valueOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
}

function childOf(schema: JsonSchema, key: string): JsonSchema | undefined {
  const { additionalItems, additionalProperties, items, properties } = schema;
  if (Array.isArray(items)) return items[Number(key)] ?? (additionalItems || undefined);
  return properties?.[key] ?? items ?? (additionalProperties || undefined);
}

/** What is left of a schema when its references and switches are resolved. A switch that no value fits stays. */
function chosen(schema: JsonSchema, root: JsonSchema, value: unknown): JsonSchema {
  if (schema.$ref !== undefined) {
    const target = root.definitions?.[schema.$ref.replace('#/definitions/', '')];
    return target ? chosen(target, root, value) : schema;
  }
  if (schema.if) {
    const branch = fits(schema.if, value) ? schema.then : schema.else;
    return branch ? chosen(branch, root, value) : schema;
  }
  const tag = schema.discriminator?.propertyName;
  const member = schema.oneOf?.find(
    (one) =>
      tag !== undefined && fits(chosen(one, root, value).properties?.[tag], valueOf(value, tag)),
  );
  return member ? chosen(member, root, value) : schema;
}

/** As much of validation as the conditions of our switches need. */
function fits(schema: JsonSchema | undefined, value: unknown): boolean {
  if (!schema) return false;
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum) return schema.enum.includes(value as Literal);
  return Object.entries(schema.properties ?? {}).every(([key, part]) =>
    fits(part, valueOf(value, key)),
  );
}
