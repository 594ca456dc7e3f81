import { expect, it } from 'vitest';

import { isPathBelow } from '../../lib/emit/index.ts';

it.each([
  ['a', true],
  ['a/b.json', true],
  ['.hidden/..b', true],
  ['', false],
  ['/a', false],
  ['a/', false],
  ['a//b', false],
  ['./a', false],
  ['a/../b', false],
  ['..', false],
  ['a\\b', false],
  ['a\0b', false],
])('%j: %s', (path, below) => {
  expect(isPathBelow(path)).toBe(below);
});
