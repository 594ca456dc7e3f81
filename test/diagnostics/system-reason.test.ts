import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, it } from 'vitest';

import { systemReason } from '../../lib/diagnostics/index.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('says in words what the file system refused', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-reason-'));
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  const below = thrownBy(() => writeFileSync(path.join(file, 'below'), ''));
  const twice = thrownBy(() => writeFileSync(file, '', { flag: 'wx' }));
  const unnamed = thrownBy(() => readFileSync(folder));
  rmSync(folder, { recursive: true });
  expect(systemReason(below)).toBe('a file stands where a folder has to be (ENOTDIR)');
  expect(systemReason(twice)).toBe('something else stands in its place (EEXIST)');
  expect(systemReason(unnamed)).toBe('the file system refuses (EISDIR)');
});

it('says nothing of what is not its doing', () => {
  expect(systemReason(new TypeError('x'))).toBe(undefined);
  expect(systemReason('ENOSPC')).toBe(undefined);
});
