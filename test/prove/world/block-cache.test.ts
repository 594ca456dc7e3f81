import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { BlockCache } from '../../../lib/prove/world/index.ts';

let folder: string;
let made: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dashc-cache-'));
  made = 0;
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function use(cache: BlockCache, key: string, data: string) {
  return cache.use(key, join(folder, data), join(folder, 'work'), (target) => {
    made++;
    writeFileSync(join(target, 'chunk'), `${key} ${made}`);
    return Promise.resolve({ series: made });
  });
}

const read = (data: string) => readFileSync(join(folder, data, 'chunk'), 'utf8');

it('makes a block once', async () => {
  const cache = new BlockCache(join(folder, 'cache'));
  expect(await use(cache, 'a', 'one')).toEqual({ series: 1 });
  expect(await use(cache, 'a', 'two')).toEqual({ series: 1 });
  expect([read('one'), read('two'), made]).toEqual(['a 1', 'a 1', 1]);
});

it('makes another for another key', async () => {
  const cache = new BlockCache(join(folder, 'cache'));
  await use(cache, 'a', 'one');
  await use(cache, 'b', 'two');
  expect([read('one'), read('two')]).toEqual(['a 1', 'b 2']);
});

it('makes a damaged one anew', async () => {
  const cache = new BlockCache(join(folder, 'cache'));
  await use(cache, 'a', 'one');
  writeFileSync(join(folder, 'cache', 'a', 'chunk'), 'a 9');
  await use(cache, 'a', 'two');
  expect([read('two'), made]).toEqual(['a 2', 2]);
});

it('works without a cache that can be written', async () => {
  writeFileSync(join(folder, 'file'), '');
  const cache = new BlockCache(join(folder, 'file', 'cache'));
  await use(cache, 'a', 'one');
  await use(cache, 'a', 'two');
  expect([read('one'), read('two'), made]).toEqual(['a 1', 'a 2', 2]);
});

it('keeps what is used, and removes what was never finished', async () => {
  const cache = new BlockCache(join(folder, 'cache'));
  await use(cache, 'a', 'one');
  await use(cache, 'b', 'two');
  rmSync(join(folder, 'cache', 'b', 'sums.json'));
  const long = new Date(Date.now() - 7_200_000);
  utimesSync(join(folder, 'cache', 'b'), long, long);
  cache.evict(new Date());
  expect(existsSync(join(folder, 'cache', 'a'))).toBe(true);
  expect(existsSync(join(folder, 'cache', 'b'))).toBe(false);
});
