import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it } from 'vitest';

import { projectFolder, SHOP, write } from '../../load/project-folder.ts';
import { inProcess } from '../incremental/in-process.ts';

const CONFIG = {
  extends: path.resolve('tsconfig.content.json'),
  compilerOptions: { paths: { dashc: [path.resolve('lib/index.ts')] } },
  include: ['systems', 'dashboards', 'alerts'],
};
const OVERVIEW = 'dashboards/shop/overview.ts';
/** Runs as well as the other, but is refused. */
const WRONG = (SHOP[OVERVIEW] ?? '').replace('.width(12)', ".width('12' as string)");

let cwd = '';
let state = '';

beforeEach(async () => {
  cwd = projectFolder({ ...SHOP, 'tsconfig.content.json': JSON.stringify(CONFIG) });
  mkdirSync(path.join(cwd, 'node_modules'));
  state = path.join(cwd, 'node_modules/.cache/dashc/content.tsbuildinfo');
  expect((await inProcess(cwd, ['check'])).code).toBe(0);
});

/** Whether the compiler was started: it writes down what it found. */
async function checked(): Promise<{ readonly code: number; readonly compiler: boolean }> {
  rmSync(state, { force: true });
  const { code } = await inProcess(cwd, ['check']);
  return { code, compiler: existsSync(state) };
}

it('what was clean and is the same is not checked again', async () => {
  expect(await checked()).toEqual({ code: 0, compiler: false });
});

it('an error is found, and found again, until it is repaired', async () => {
  write(cwd, { [OVERVIEW]: WRONG });
  expect(await checked()).toEqual({ code: 1, compiler: true });
  expect(await checked()).toEqual({ code: 1, compiler: true });
  write(cwd, { [OVERVIEW]: SHOP[OVERVIEW] ?? '' });
  expect(await checked()).toEqual({ code: 0, compiler: false });
});

it.each([
  { name: 'the configuration', files: { 'tsconfig.content.json': `${JSON.stringify(CONFIG)}\n` } },
  { name: 'the lock file', files: { 'package-lock.json': '{}' } },
  { name: 'a file that nothing imports', files: { 'systems/shared/new.ts': 'export {};\n' } },
  { name: 'what is kept, cut off', files: { 'node_modules/.cache/dashc/types.json': '{"key":' } },
])('after a change of $name all is checked', async ({ files }) => {
  write(cwd, files);
  expect((await checked()).compiler).toBe(true);
});

it('where the configuration names other folders, all is checked every time', async () => {
  const include = [...CONFIG.include, 'more'];
  write(cwd, { 'tsconfig.content.json': JSON.stringify({ ...CONFIG, include }) });
  await checked();
  expect((await checked()).compiler).toBe(true);
});

it('without the cache all is checked', async () => {
  rmSync(state);
  await inProcess(cwd, ['check', '--no-cache']);
  expect(existsSync(state)).toBe(true);
});
