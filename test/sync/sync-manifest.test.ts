import { expect, it } from 'vitest';

import { readManifest } from '../../lib/sync/index.ts';
import { printManifest } from '../../lib/sync/sync-manifest.ts';

const HASH = 'a'.repeat(64);

it('reads what it prints, sorted', () => {
  const owned = new Map([
    ['b/run.sh', [`${HASH}+x`]],
    ['a.yml', [HASH, 'b'.repeat(64)]],
  ]);
  const text = printManifest(owned);
  expect(readManifest(text)).toEqual(owned);
  expect(text.indexOf('a.yml')).toBeLessThan(text.indexOf('b/run.sh'));
});

it.each([
  ['conflict markers', '<<<<<<< HEAD\n{}'],
  ['a path above', JSON.stringify({ files: { '../passwd': [HASH] } })],
  ['an absolute path', JSON.stringify({ files: { '/etc/passwd': [HASH] } })],
  ['a path through itself', JSON.stringify({ files: { 'a/./b': [HASH] } })],
  ['no hash', JSON.stringify({ files: { a: [] } })],
  ['another hash', JSON.stringify({ files: { a: ['md5'] } })],
  ['no files', '{}'],
])('refuses %s', (_, text) => {
  expect(readManifest(text)).toBeUndefined();
});
