import { ts } from 'ts-morph';

import type { JsonSchema } from '../../lib/emit/schema/index.ts';

const NUMBERS = ['maximum', 'maxLength', 'minimum', 'minItems', 'minLength'] as const;

/** Where a property is declared, also when mapped types have copied or renamed it since. */
export function declarationOf(property: ts.Symbol): ts.PropertySignature | undefined {
  const own = property.declarations?.find(ts.isPropertySignature);
  if (own) return own;
  // Not in the public types: the only trace from `as 'value'` back to the key that was renamed.
  const { links } = property as { links?: { syntheticOrigin?: ts.Symbol } };
  return links?.syntheticOrigin && declarationOf(links.syntheticOrigin);
}

/**
 * What the JSDoc of a property says about its value, and the JSDoc of the alias it is declared with:
 * `@integer`, `@minimum 1`, `@pattern ^\d+$`, … With a pattern, the text before the tags is kept for messages.
 */
export function tagsOf(property: ts.PropertySignature, checker: ts.TypeChecker): JsonSchema {
  return { ...tagsOfAlias(property.type, checker), ...read(property) };
}

/** The same for the elements of a property that is declared as `Alias[]`. */
export function tagsOfElements(
  property: ts.PropertySignature,
  checker: ts.TypeChecker,
): JsonSchema {
  const { type } = property;
  return type && ts.isArrayTypeNode(type) ? tagsOfAlias(type.elementType, checker) : {};
}

/** The name of the alias, interface or enum that a property is declared with, if it is no type parameter. */
export function declaredName(
  property: ts.PropertySignature,
  checker: ts.TypeChecker,
): string | undefined {
  const { type } = property;
  if (!type || !ts.isTypeReferenceNode(type) || type.typeArguments) return undefined;
  const symbol = symbolOf(type, checker);
  return symbol?.declarations?.some(ts.isTypeParameterDeclaration) ? undefined : symbol?.getName();
}

function tagsOfAlias(node: ts.TypeNode | undefined, checker: ts.TypeChecker): JsonSchema {
  if (!node || !ts.isTypeReferenceNode(node)) return {};
  const alias = symbolOf(node, checker)?.declarations?.find(ts.isTypeAliasDeclaration);
  return alias ? read(alias) : {};
}

function symbolOf(node: ts.TypeReferenceNode, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node.typeName);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function read(node: ts.Node): JsonSchema {
  const schema: JsonSchema = {};
  for (const tag of ts.getJSDocTags(node)) {
    const name = tag.tagName.text;
    const text = ts.getTextOfJSDocComment(tag.comment) ?? '';
    if (name === 'integer') schema.type = 'integer';
    if (name === 'pattern') schema.pattern = text;
    for (const key of NUMBERS) if (name === key) schema[key] = Number(text);
  }
  if (schema.pattern !== undefined) schema.description = commentOf(node);
  return schema;
}

function commentOf(node: ts.Node): string {
  return ts
    .getJSDocCommentsAndTags(node)
    .filter(ts.isJSDoc)
    .map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '')
    .join(' ');
}
