import { describe, expect, it } from 'vitest';

import { wayBack } from '../../lib/analyze/way-back.ts';

describe('wayBack', () => {
  it.each([
    { name: 'none', needs: { a: ['b'], b: [] }, way: undefined },
    { name: 'itself', needs: { a: ['b', 'a'], b: [] }, way: [] },
    { name: 'over another', needs: { a: ['b'], b: ['a'] }, way: ['b'] },
    { name: 'the shortest', needs: { a: ['b', 'd'], b: ['c'], c: ['a'], d: ['a'] }, way: ['d'] },
    { name: 'the first of two', needs: { a: ['c', 'b'], b: ['a'], c: ['a'] }, way: ['c'] },
    { name: 'another ring on the way', needs: { a: ['b'], b: ['c'], c: ['b'] }, way: undefined },
    {
      name: 'two rings with a name in common',
      needs: { a: ['b'], b: ['c', 'a'], c: ['b'] },
      way: ['b'],
    },
    { name: 'a name that nothing records', needs: { a: ['up'] }, way: undefined },
  ])('$name', ({ needs, way }) => {
    expect(wayBack('a', new Map(Object.entries(needs)))).toEqual(way);
  });

  it('is linear in a chain, and needs no stack for it', () => {
    const chain = Array.from({ length: 50_000 }, (_, i) => [`r${i}`, [`r${i + 1}`]] as const);
    const needs = new Map<string, readonly string[]>(chain);
    const found = [...needs.keys()].filter((name) => wayBack(name, needs) !== undefined);
    expect(found).toEqual([]);
  });
});
