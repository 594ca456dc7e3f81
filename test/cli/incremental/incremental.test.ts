import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { beforeEach, describe, expect, it } from 'vitest';

import { projectFolder, write } from '../../load/project-folder.ts';
import { folderTree } from '../folder-tree.ts';
import { type Draw, EDITS, restore } from './edits.ts';
import { inProcess } from './in-process.ts';
import { PROJECT } from './project.ts';

function project(): string {
  const root = projectFolder(PROJECT);
  mkdirSync(path.join(root, 'node_modules'));
  return root;
}

/** All that can be seen of a build and a check, with a cache and without. */
async function both(root: string) {
  const seen = async (out: string, ...cache: readonly string[]) => {
    const build = await inProcess(root, ['build', '--no-typecheck', '--out', out, ...cache]);
    const check = await inProcess(root, ['check', '--no-typecheck', '--format', 'json', ...cache]);
    return {
      code: [build.code, check.code],
      out: build.out.replaceAll(`${out}/`, ''),
      err: build.err.replaceAll(out, 'build'),
      check: check.out,
      files: folderTree(path.join(root, out)),
    };
  };
  return [await seen('build'), await seen('clean', '--no-cache')] as const;
}

const STEPS = 200;
const BUILD = ['build', '--no-typecheck'];

it(`${STEPS} edits: a build with a cache is the build without one`, async () => {
  const root = project();
  write(root, { 'build/.keep': '', 'clean/.keep': '' });
  const generator = xoroshiro128plus(20_261_121);
  const draw: Draw = (below) => uniformInt(generator, 0, below - 1);
  const codes: number[] = [];
  const history: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    if (codes.at(-1) === 1 && draw(2) === 0) restore(root, PROJECT);
    const kind = EDITS[draw(EDITS.length)];
    kind?.run(root, draw);
    history.push(kind?.name ?? '');
    const [cached, clean] = await both(root);
    expect(cached, history.slice(-5).join(', ')).toEqual(clean);
    codes.push(...cached.code);
  }
  // Neither is an exception.
  const failed = codes.filter((code) => code === 1).length / codes.length;
  expect(failed).toBeGreaterThan(0.15);
  expect(failed).toBeLessThan(0.7);
}, 120_000);

/** Names of the systems whose first dashboard was evaluated since the last look. */
function evaluated(): string[] {
  const names = (globalThis as { evaluated?: string[] }).evaluated ?? [];
  return names.splice(0).sort();
}

const NOTED = Object.fromEntries(
  ['bank', 'shop', 'store'].map((name) => {
    const file = `dashboards/${name}/main.ts`;
    return [file, `${PROJECT[file]}\n((globalThis as any).evaluated ??= []).push('${name}');\n`];
  }),
);

describe('what did not change', () => {
  let root = '';
  beforeEach(async () => {
    root = project();
    write(root, NOTED);
    await inProcess(root, BUILD);
    evaluated();
  });

  it.each([
    { name: 'nothing', edit: {}, again: [] },
    { name: 'a dashboard', edit: dashboardOf('shop', 'New'), again: ['shop'] },
    {
      name: 'what all share',
      edit: { 'dashboards/shared/new.ts': '' },
      again: ['bank', 'shop', 'store'],
    },
    {
      name: "another system's file that is imported",
      edit: { 'systems/bank/names.ts': "export const word = 'New';\n" },
      again: ['bank', 'shop'],
    },
    { name: 'the lock file', edit: { 'package-lock.json': '1' }, again: ['bank', 'shop', 'store'] },
    { name: 'the output', edit: { 'build/shop/RUNBOOK.md': 'mine' }, again: [] },
    {
      name: 'a link to a dashboard that is not there',
      edit: {
        'dashboards/bank/main.ts': (NOTED['dashboards/bank/main.ts'] ?? '').replace(
          'shop-main',
          'gone',
        ),
      },
      again: ['bank'],
    },
    {
      name: 'a uid that another system links to',
      edit: {
        'dashboards/bank/main.ts': (NOTED['dashboards/bank/main.ts'] ?? '').replace(
          'bank-main',
          'new',
        ),
      },
      again: ['bank', 'bank', 'shop'],
    },
  ])('is not evaluated again, after a change of $name', async ({ edit, again }) => {
    write(root, edit);
    await inProcess(root, BUILD);
    expect(evaluated()).toEqual(again);
  });

  it('is evaluated again without the cache', async () => {
    await inProcess(root, [...BUILD, '--no-cache']);
    expect(evaluated()).toEqual(['bank', 'shop', 'store']);
  });

  it('is there again after a branch and back', async () => {
    write(root, dashboardOf('shop', 'Branch'));
    await inProcess(root, BUILD);
    evaluated();
    write(root, NOTED);
    await inProcess(root, BUILD);
    expect(evaluated()).toEqual([]);
  });
});

describe('no cache', () => {
  it('where there is no node_modules', async () => {
    const root = projectFolder(PROJECT);
    expect((await inProcess(root, BUILD)).code).toBe(0);
    expect(Object.keys(folderTree(root)).some((file) => file.includes('node_modules'))).toBe(false);
  });

  it('where a file stands in its place: builds all the same', async () => {
    const root = projectFolder({ ...PROJECT, 'node_modules/.cache': '' });
    expect((await inProcess(root, BUILD)).code).toBe(0);
    expect((await inProcess(root, BUILD)).err).toContain('0 changes');
  });
});

function dashboardOf(system: string, title: string) {
  const file = `dashboards/${system}/main.ts`;
  return { [file]: (NOTED[file] ?? '').replace("title: 'Main'", `title: '${title}'`) };
}
