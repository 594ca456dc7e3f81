import { readdirSync, utimesSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { removeOld } from '../../../lib/cli/cache/remove-old.ts';
import { projectFolder } from '../../load/project-folder.ts';

/** Three entries of 100 bytes; `b` was used last. */
function entries(): string {
  const folder = projectFolder({ a: 'a'.repeat(100), b: 'b'.repeat(100), c: 'c'.repeat(100) });
  utimesSync(path.join(folder, 'a'), 2, 2);
  utimesSync(path.join(folder, 'b'), 3, 3);
  utimesSync(path.join(folder, 'c'), 1, 1);
  return folder;
}

it.each([
  { name: 'all fit', limits: { entries: 3, bytes: 300 }, left: ['a', 'b', 'c'] },
  { name: 'one too many', limits: { entries: 2, bytes: 300 }, left: ['a', 'b'] },
  { name: 'a byte too many', limits: { entries: 3, bytes: 299 }, left: ['a', 'b'] },
  { name: 'the last is too big', limits: { entries: 3, bytes: 99 }, left: [] },
])('$name', ({ limits, left }) => {
  const folder = entries();
  removeOld(folder, limits);
  expect(readdirSync(folder).sort()).toEqual(left);
});

it('a folder that is not there', () => {
  removeOld(path.join(entries(), 'none'));
});
