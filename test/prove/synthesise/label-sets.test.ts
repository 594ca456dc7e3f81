import { expect, it } from 'vitest';

import { any } from '../../../lib/catalog/index.ts';
import { labelSets } from '../../../lib/prove/synthesise/label-sets.ts';

const WORLD = { labels: { route: ['/a', '/b'] }, together: [] };

it('makes every combination, where there are few', () => {
  expect(labelSets({ route: any, code: ['200', '500'] }, WORLD, 10)).toEqual([
    { route: '/a', code: '200' },
    { route: '/a', code: '500' },
    { route: '/b', code: '200' },
    { route: '/b', code: '500' },
  ]);
});

it('has every value, where there are too many combinations', () => {
  const codes = ['1', '2', '3', '4', '5', '6', '7'];
  const sets = labelSets({ route: any, code: codes, method: ['GET', 'PUT', 'POST'] }, WORLD, 8);
  expect(sets).toHaveLength(8);
  expect(new Set(sets.map(({ code }) => code))).toEqual(new Set(codes));
  expect(new Set(sets.map(({ route }) => route))).toEqual(new Set(['/a', '/b']));
  expect(new Set(sets.map(({ method }) => method))).toEqual(new Set(['GET', 'PUT', 'POST']));
});

it('keeps together what comes together', () => {
  const together = [
    [
      { code: '200', outcome: 'success' },
      { code: '500', outcome: 'error' },
    ],
  ];
  const own = { code: ['200', '500'], outcome: ['success', 'error'] };
  expect(labelSets(own, { labels: {}, together }, 10)).toEqual(together[0]);
  // One of the labels alone is free.
  expect(labelSets({ code: ['200', '404'] }, { labels: {}, together }, 10)).toEqual([
    { code: '200' },
    { code: '404' },
  ]);
});

it('gives one series to an info metric', () => {
  expect(labelSets({ version: any, edition: any }, undefined, 1)).toEqual([
    { version: '1.4.2', edition: 'edition-1' },
  ]);
});
