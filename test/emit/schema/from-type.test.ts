import { Project } from 'ts-morph';
import { describe, expect, it } from 'vitest';

import type { JsonSchema } from '../../../lib/emit/schema/index.ts';
import { Definitions } from '../../../scripts/schema/definitions.ts';
import { schemaOf } from '../../../scripts/schema/from-type.ts';

const PROJECT = new Project({
  compilerOptions: { exactOptionalPropertyTypes: true, lib: ['lib.es5.d.ts'], strict: true },
  skipAddingFilesFromTsConfig: true,
  useInMemoryFileSystem: true,
});

const PRELUDE = `
  /** @integer @minimum 0 */
  type Natural = number;
  /**
   * a word
   * @pattern ^\\w+$
   */
  type Word = string;
  type Renamed<T, K extends keyof T> = { [P in K as 'value']-?: T[P] };
  interface A { kind: 'a'; size?: Natural }
  interface B { kind: 'b' | 'c' }
  interface Deep<T extends string> { of: { kind: T } }
`;

/** The schema of the property `value`. */
function schemaOfValue(declaration: string): JsonSchema {
  const text = `${PRELUDE} interface Root { ${declaration} }`;
  const at = PROJECT.createSourceFile('root.ts', text, { overwrite: true }).getInterfaceOrThrow(
    'Root',
  );
  const checker = PROJECT.getTypeChecker().compilerObject;
  const definitions = new Definitions();
  const root = schemaOf(at.getType(), 'Root', { at, checker, definitions, known: new Map() });
  const value = definitions.resolve(root).properties?.['value'] ?? {};
  return definitions.resolve(value);
}

describe('schemaOf', () => {
  it.each([
    { type: 'string', schema: { type: 'string' } },
    { type: 'boolean | number', schema: { type: ['boolean', 'number'] } },
    { type: 'number | null', schema: { type: ['null', 'number'] } },
    { type: '"b" | "a"', schema: { type: 'string', enum: ['a', 'b'] } },
    { type: '42', schema: { type: 'number', const: 42 } },
    { type: 'Natural', schema: { type: 'integer', minimum: 0 } },
    {
      type: 'Word[]',
      schema: {
        type: 'array',
        items: { type: 'string', pattern: '^\\w+$', description: 'a word' },
      },
    },
    { type: '`n${number}`', schema: { type: 'string', pattern: '^n.+$' } },
    {
      type: '"x" | `n:${string}`',
      schema: {
        anyOf: [
          { type: 'string', const: 'x' },
          { type: 'string', pattern: '^n:.+$' },
        ],
      },
    },
    { type: 'Record<string, never>', schema: { type: 'object', additionalProperties: false } },
    {
      type: 'Record<string, number>',
      schema: { type: 'object', additionalProperties: { type: 'number' } },
    },
    {
      type: '[null, ...number[]]',
      schema: {
        type: 'array',
        items: [{ type: 'null', const: null }],
        additionalItems: { type: 'number' },
        minItems: 1,
      },
    },
    {
      type: 'A | B',
      schema: {
        type: 'object',
        discriminator: { propertyName: 'kind' },
        oneOf: [{ $ref: '#/definitions/A' }, { $ref: '#/definitions/B' }],
      },
    },
  ])('$type', ({ type, schema }) => {
    expect(schemaOfValue(`value: ${type}`)).toEqual(schema);
  });

  it('chooses by a key one level down when there is none at the top', () => {
    const kindX = {
      type: 'object',
      properties: { kind: { type: 'string', const: 'x' } },
      required: ['kind'],
    };
    expect(schemaOfValue('value: Deep<"y"> | Deep<"x">')).toEqual({
      if: { type: 'object', properties: { of: kindX }, required: ['of'] },
      then: { $ref: '#/definitions/DeepX' },
      else: { $ref: '#/definitions/DeepY' },
    });
  });

  it('keeps the limits of a property that a mapped type renames', () => {
    expect(schemaOfValue('value: Renamed<A, "size">').properties).toEqual({
      value: { type: 'integer', minimum: 0 },
    });
  });

  it('leaves out a property that no value fits', () => {
    expect(schemaOfValue('value: { a?: never; b: 1 }').properties).toEqual({
      b: { type: 'number', const: 1 },
    });
  });

  it.each([
    { type: 'any', message: 'RootValue: no JSON Schema for `any`' },
    { type: 'unknown', message: 'RootValue: no JSON Schema for `unknown`' },
    {
      type: '{ a: 1 } | { b: 2 }',
      message: 'RootValue: no key tells the members of the union apart',
    },
  ])('throws on $type', ({ type, message }) => {
    expect(() => schemaOfValue(`value: ${type}`)).toThrow(message);
  });
});
