import { describe, expect, it } from 'vitest';

import { canonical } from '../../../lib/emit/grafana/canonical.ts';
import { mergeRaw } from '../../../lib/emit/grafana/merge-raw.ts';

describe('canonical JSON', () => {
  it.each([
    {
      name: 'has sorted keys',
      value: { b: 1, a: { d: 1, c: 2 } },
      text: '{"a":{"c":2,"d":1},"b":1}',
    },
    {
      name: 'keeps the order of lists',
      value: { l: [{ b: 1, a: 2 }, 3, 1] },
      text: '{"l":[{"a":2,"b":1},3,1]}',
    },
    {
      name: 'keeps lists in lists',
      value: { l: [[{ b: 1, a: 2 }]] },
      text: '{"l":[[{"a":2,"b":1}]]}',
    },
    { name: 'has no functions', value: { a: () => 1, b: undefined, c: null }, text: '{"c":null}' },
    { name: 'keeps 0 and ""', value: { a: 0, b: '' }, text: '{"a":0,"b":""}' },
  ])('$name', ({ value, text }) => {
    expect(JSON.stringify(canonical(value))).toBe(text);
  });

  it.each([
    { name: 'what equals a default', value: { a: 1, b: 2 }, defaults: { a: 1 }, is: { b: 2 } },
    { name: 'not what differs', value: { a: false }, defaults: { a: true }, is: { a: false } },
    {
      name: 'lists that are equal',
      value: { a: ['x'], b: ['x'] },
      defaults: { a: ['x'], b: [] },
      is: { b: ['x'] },
    },
    {
      name: 'not an empty list that is no default',
      value: { a: [] },
      defaults: { a: ['x'] },
      is: { a: [] },
    },
    {
      name: 'what is deep inside',
      value: { a: { b: 1, c: 2 } },
      defaults: { a: { b: 1 } },
      is: { a: { c: 2 } },
    },
    {
      name: 'objects of which nothing is left',
      value: { a: { b: 1 } },
      defaults: { a: { b: 1 } },
      is: {},
    },
    {
      name: 'empty objects that have defaults',
      value: { a: { b: undefined } },
      defaults: { a: {} },
      is: {},
    },
    { name: 'not empty objects that have none', value: { a: {} }, defaults: {}, is: { a: {} } },
    {
      name: 'not an object in place of a list',
      value: { a: { b: 1 } },
      defaults: { a: [] },
      is: { a: { b: 1 } },
    },
  ])('leaves out $name', ({ value, defaults, is }) => {
    expect(canonical(value, defaults)).toStrictEqual(is);
  });
});

describe('raw JSON', () => {
  it.each([
    { name: 'adds keys', raw: { c: 1 }, is: { a: { b: 1 }, l: [1, 2], c: 1 } },
    { name: 'merges objects', raw: { a: { d: 2 } }, is: { a: { b: 1, d: 2 }, l: [1, 2] } },
    { name: 'replaces lists', raw: { l: [] }, is: { a: { b: 1 }, l: [] } },
    { name: 'replaces an object by a value', raw: { a: null }, is: { a: null, l: [1, 2] } },
  ])('$name', ({ raw, is }) => {
    expect(mergeRaw({ a: { b: 1 }, l: [1, 2] }, raw)).toEqual(is);
  });
});
