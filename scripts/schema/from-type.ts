import { type Node, type Symbol, ts, type Type } from 'ts-morph';

import type { JsonSchema, Literal } from '../../lib/emit/schema/index.ts';
import type { Definitions } from './definitions.ts';
import { declarationOf, declaredName, tagsOf, tagsOfElements } from './tags.ts';
import { unionOf } from './unions.ts';

/** What the whole walk shares. */
export interface Context {
  readonly checker: ts.TypeChecker;
  readonly definitions: Definitions;
  /** The shapes so far. */
  readonly known: Map<ts.Type, JsonSchema>;
  /** Any node of the program: the place that types are asked for at. */
  readonly at: Node;
}

/** Type helpers that do not count as a name. */
const TRANSPARENT = new Set(['Loose', 'Omit', 'Partial', 'Pick', 'Record', 'Refine']);

/**
 * The JSON Schema of a type, as the type checker resolves it: no key that the type does not name, unions told
 * apart by a key of literals, every object a definition.
 *
 * @param hint names a shape that has no name of its own
 * @throws Error on a type that JSON cannot hold, or that would accept anything
 */
export function schemaOf(type: Type, hint: string, context: Context): JsonSchema {
  const known = context.known.get(type.compilerType);
  if (known) return { ...known };
  const schema = newSchemaOf(type, hint, context);
  if (schema.$ref !== undefined) context.known.set(type.compilerType, schema);
  return schema;
}

function newSchemaOf(type: Type, hint: string, context: Context): JsonSchema {
  const literal = literalOf(type);
  if (literal !== undefined) {
    return { type: literal === null ? 'null' : typeof literal, const: literal };
  }
  if (type.isBoolean()) return { type: 'boolean' };
  if (type.isString()) return { type: 'string' };
  if (type.isNumber()) return { type: 'number' };
  if (type.isTemplateLiteral()) return { type: 'string', pattern: patternOf(type) };
  if (type.isUnion()) return schemaOfUnion(type, nameOf(type) ?? hint, context);
  if (type.isTuple()) return schemaOfTuple(type, hint, context);
  if (type.isArray()) {
    return { type: 'array', items: schemaOf(type.getArrayElementTypeOrThrow(), hint, context) };
  }
  if (type.isObject() || type.isIntersection()) {
    return schemaOfObject(type, nameOf(type) ?? hint, context);
  }
  throw new Error(`${hint}: no JSON Schema for \`${type.getText()}\``);
}

function literalOf(type: Type): Literal | undefined {
  if (type.isNull()) return null;
  if (type.isBooleanLiteral()) return type.getText() === 'true';
  const value = type.getLiteralValue();
  return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}

/** A hole stands for any text that is not empty. */
function patternOf(type: Type): string {
  const { texts } = type.compilerType as ts.TemplateLiteralType;
  return `^${texts.map((text) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('.+')}$`;
}

function schemaOfUnion(type: Type, name: string, context: Context): JsonSchema {
  const members = type.getUnionTypes().filter((member) => !member.isUndefined());
  const parts = members.map((member) => schemaOf(member, name, context));
  return unionOf(parts, name, context.definitions);
}

function schemaOfTuple(type: Type, hint: string, context: Context): JsonSchema {
  const { elementFlags, minLength } = (type.compilerType as ts.TupleTypeReference).target;
  const parts = type.getTupleElements().map((part) => schemaOf(part, hint, context));
  const rest = elementFlags.findIndex((flag) => flag === ts.ElementFlags.Rest);
  return {
    type: 'array',
    items: rest < 0 ? parts : parts.slice(0, rest),
    additionalItems: parts[rest] ?? false,
    minItems: minLength,
  };
}

function schemaOfObject(type: Type, name: string, context: Context): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const required: string[] = [];
  for (const property of type.getProperties()) {
    const key = property.getName();
    const schema = schemaOfProperty(property, name + pascal(key), context);
    if (!schema) continue;
    properties[key] = schema;
    if (!property.isOptional()) required.push(key);
  }
  const rest = type.getStringIndexType();
  return context.definitions.add(name, {
    type: 'object',
    ...(Object.keys(properties).length > 0 && { properties }),
    ...(required.length > 0 && { required: required.sort() }),
    additionalProperties: rest && !rest.isNever() ? schemaOf(rest, `${name}Value`, context) : false,
  });
}

/** Nothing for a property that no value fits, as `custom` of a panel type without fields of its own. */
function schemaOfProperty(
  property: Symbol,
  hint: string,
  context: Context,
): JsonSchema | undefined {
  const { checker } = context;
  const declaration = declarationOf(property.compilerSymbol);
  if (!declaration) throw new Error(`${hint}: declared nowhere`);
  const type = property.getTypeAtLocation(context.at);
  if (type.isNever() || type.isUndefined()) return undefined;
  const schema = schemaOf(type, declaredName(declaration, checker) ?? hint, context);
  if (schema.type === 'array' && schema.items && !Array.isArray(schema.items)) {
    schema.items = { ...schema.items, ...tagsOfElements(declaration, checker) };
  }
  return { ...schema, ...tagsOf(declaration, checker) };
}

/** `Legend`, and of a generic one the first argument too: `FieldConfigTableField`, `MatcherByName`. */
function nameOf(type: Type): string | undefined {
  const alias = type.getAliasSymbol();
  const name = (alias ?? type.getSymbol())?.getName();
  if (name === undefined || name.startsWith('__')) return undefined;
  const [first] = alias ? type.getAliasTypeArguments() : type.getTypeArguments();
  if (!first) return name;
  const argument = String(literalOf(first) ?? nameOf(first) ?? '');
  return TRANSPARENT.has(name) ? argument || undefined : name + pascal(argument);
}

function pascal(text: string): string {
  return text.replace(/(^|\W+)(\w)/g, (_, _gap: string, letter: string) => letter.toUpperCase());
}
