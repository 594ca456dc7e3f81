import { describe, expect, it } from 'vitest';

import { candidates, type Point, whereIs } from '../../../../lib/prove/alert-tests/edges/curve.ts';

const at = (x: number, value: number): Point => ({ x, value });

describe('whereIs', () => {
  it.each<[string, number, readonly Point[], number, number | undefined]>([
    ['a proportion', 50, [at(1, 100)], 1, 0.5],
    ['a shift', 50, [at(0, 40)], 0, 10],
    ['a scale of nothing', 50, [at(1, 0)], 1, undefined],
    ['a line', 50, [at(0, 10), at(1, 20)], 1, 4],
    ['a flat line', 50, [at(0, 10), at(1, 10)], 1, undefined],
    ['x / (x + 3)', 0.2, [at(1, 0.25), at(2, 0.4), at(3, 0.5)], 1, 0.75],
    ['10 - 2x through three points', 3, [at(0, 10), at(1, 8), at(2, 6)], 1, 3.5],
    ['without points', 1, [], 1, undefined],
    ['beside a value that is no number', 50, [at(0, NaN), at(1, 100)], 1, 0.5],
  ])('%s', (_, target, points, rest, x) => {
    const found = whereIs(target, points, rest);
    if (x === undefined) expect(found).toBe(undefined);
    else expect(found).toBeCloseTo(x, 12);
  });
});

describe('candidates', () => {
  it('looks halfway too, where a curve may have a corner', () => {
    expect(candidates(1, [at(0, 2), at(0.5, 1.5), at(1, 0.5)], 0)).toContain(0.75);
  });

  it('is one setting where one point is known', () => {
    expect(candidates(50, [at(1, 100)], 1)).toEqual([0.5]);
  });
});
