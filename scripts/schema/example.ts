import type { JsonSchema } from '../../lib/emit/schema/index.ts';

/**
 * Data that reaches nearly every definition of a schema: every key, and in an array every member of a union.
 * Its texts need not match their patterns.
 */
export function exampleOf(schema: JsonSchema, root: JsonSchema = schema): unknown {
  return examplesOf(schema, root)[0];
}

function examplesOf(schema: JsonSchema, root: JsonSchema): unknown[] {
  const { $ref, additionalItems, additionalProperties, anyOf, const: value, items, oneOf } = schema;
  if ($ref !== undefined) {
    return examplesOf(root.definitions?.[$ref.replace('#/definitions/', '')] ?? {}, root);
  }
  if (value !== undefined) return [value];
  if (schema.enum) return schema.enum;
  if (schema.then && schema.else) {
    return [schema.then, schema.else].flatMap((part) => examplesOf(part, root));
  }
  const union = oneOf ?? anyOf;
  if (union) return union.flatMap((part) => examplesOf(part, root));
  switch ([schema.type].flat()[0]) {
    case 'object': {
      const known = Object.entries(schema.properties ?? {});
      const other = additionalProperties ? [['other', additionalProperties] as const] : [];
      return [
        Object.fromEntries([...known, ...other].map(([key, part]) => [key, exampleOf(part, root)])),
      ];
    }
    case 'array':
      return [
        [...[items ?? []].flat(), additionalItems || []]
          .flat()
          .flatMap((part) => examplesOf(part, root)),
      ];
    case 'boolean':
      return [true];
    case 'null':
      return [null];
    case 'string':
      return ['text'];
    default:
      return [1];
  }
}
