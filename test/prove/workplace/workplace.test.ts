import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { Failure, Workplace } from '../../../lib/prove/workplace/index.ts';

let parent: string;

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'dashc-parent-'));
});

afterEach(() => {
  rmSync(parent, { recursive: true, force: true });
});

it('ends what runs and removes its folder', async () => {
  const place = new Workplace(parent);
  const running = place.start('/bin/sleep', ['60']);
  await place.close();
  expect(await running.exit).toBe(null);
  expect(existsSync(place.folder)).toBe(false);
  expect(readdirSync(parent)).toEqual([]);
});

it('says why a program failed', async () => {
  const place = new Workplace(parent);
  const run = (script: string) => place.run('/bin/sh', ['-c', script], 'count beans');
  await expect(run('echo fine')).resolves.toBe(undefined);
  await expect(run('echo "level=error err=\\"no \\\\\\"beans\\\\\\"\\""; exit 1')).rejects.toThrow(
    'cannot count beans: no "beans"',
  );
  await expect(run('echo "write x: no space left on device" >&2; exit 1')).rejects.toThrow(
    'cannot count beans: the disk is full',
  );
  await expect(run('exit 3')).rejects.toThrow('cannot count beans: it ended with 3');
  await expect(place.run('/nowhere', [], 'count beans')).rejects.toThrow(/ENOENT/);
  await place.close();
});

it('is not made where nothing can be written', () => {
  expect(() => new Workplace(join(parent, 'none'))).toThrow(Failure);
});

it('leaves alone what living processes have', async () => {
  const first = new Workplace(parent);
  const second = new Workplace(parent);
  expect(existsSync(first.folder)).toBe(true);
  await Promise.all([first.close(), second.close()]);
});
