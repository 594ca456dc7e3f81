import { type Node, parseTree } from 'jsonc-parser';
import { describe, expect, test } from 'vitest';

import { JsonNode } from '../../../lib/load/foreign/json-node.ts';

/** The tree of a parser that reads every character is the same. */
describe('JsonNode has the places that a parser finds', () => {
  test.each([
    { name: 'a number', text: '1' },
    { name: 'a literal with space around it', text: ' true\n' },
    { name: 'a negative number with an exponent', text: '-1.5e3' },
    { name: 'an empty text', text: '""' },
    { name: 'nothing in a list', text: '[]' },
    { name: 'nothing in an object', text: '{ }' },
    { name: 'literals next to brackets', text: '{"a":[1,-2,null],"b":false}' },
    { name: 'space between all', text: '{ "a" : [ 1 , { "b" : "c" } ] ,\r\n\t"d" : { } }\n' },
    { name: 'brackets in texts', text: '{"a":"}]","b]":["[{"]}' },
    { name: 'escaped quotes', text: '{"\\"a\\"":"x\\"","b":["\\""]}' },
    { name: 'a backslash before the quote that ends', text: '["a\\\\","\\\\\\"",1]' },
    { name: 'the same key twice', text: '{"a":1,"a":{"b":2}}' },
    { name: 'lists of lists', text: '[[],[[]],[[1],[]]]' },
    { name: 'letters beyond one unit', text: '{"😀":"\\u00e9é"}' },
  ])('$name', ({ text }) => {
    const tree = parseTree(text);
    expect(placesOf(JsonNode.of(text))).toEqual(tree && parsedPlaces(tree));
  });
});

describe('JsonNode.at', () => {
  const root = JsonNode.of('{"panels":[{"id":1},{"id":2,"id":3}],"title":"x"}');

  test.each([
    { name: 'the root', keys: [], value: undefined, offset: 0 },
    { name: 'an entry', keys: ['title'], value: 'x', offset: 45 },
    { name: 'an item', keys: ['panels', 0], value: undefined, offset: 11 },
    { name: 'the first of one key', keys: ['panels', 1, 'id'], value: 2, offset: 26 },
  ])('finds $name', ({ keys, value, offset }) => {
    const found = root.at(keys);
    expect({ value: found?.value, offset: found?.offset }).toEqual({ value, offset });
  });

  test.each([
    { name: 'a key that is missing', keys: ['rows'] },
    { name: 'an item beyond the last', keys: ['panels', 2] },
    { name: 'an index of an object', keys: [0] },
    { name: 'a key of a list', keys: ['panels', 'id'] },
    { name: 'something in a text', keys: ['title', 0] },
  ])('finds nothing for $name', ({ keys }) => {
    expect(root.at(keys)).toBeUndefined();
  });
});

interface Places {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly value: unknown;
  readonly children: readonly Places[];
}

function placesOf({ type, offset, length, value, children }: JsonNode): Places {
  return { type, offset, length, value, children: children.map(placesOf) };
}

function parsedPlaces({ type, offset, length, value, children = [] }: Node): Places {
  const isLiteral = type === 'number' || type === 'boolean' || type === 'null';
  const below = children.map(parsedPlaces);
  return { type: isLiteral ? 'literal' : type, offset, length, value, children: below };
}
