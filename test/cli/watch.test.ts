import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';

import { projectFolder, SHOP, write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';
import { BIN, compileDashc } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

const SOURCE = 'dashboards/shop/overview.ts';
const OVERVIEW = 'shop/grafana/dashboards/overview.json';

let searchPath = '';
let cwd = '';
let child: ChildProcess;
/** By the child of this test: what an earlier one still says on its way out is not in it. */
let said: () => string;
let ended: Promise<number | null>;

beforeAll(async () => {
  compileDashc();
  const tools = await Promise.all([toolPath('promtool'), toolPath('amtool')]);
  searchPath = [...tools.map((tool) => path.dirname(tool)), process.env['PATH']].join(':');
}, 60_000);

beforeEach(async () => {
  cwd = projectFolder({ ...SHOP, 'package-lock.json': '{}' });
  mkdirSync(path.join(cwd, 'node_modules'));
  child = spawn(process.execPath, [BIN, 'sync', 'served', '--watch', '--prune', '--no-typecheck'], {
    cwd,
    env: { ...process.env, PATH: searchPath, NO_COLOR: '1' },
  });
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (more: string) => (text += more));
  said = () => text;
  ended = new Promise((resolve) => child.once('close', resolve));
  await rounds(1);
});

afterEach(async () => {
  child.kill('SIGKILL');
  await ended;
});

/** Waits until this many runs have ended. */
async function rounds(count: number): Promise<void> {
  await until(() => said().split('waiting for changes').length > count);
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) {
    expect([child.exitCode, child.signalCode], said()).toEqual([null, null]);
    await sleep(10);
  }
}

/** All of it. Only between two runs: while one writes, files come and go. */
function served(): Record<string, string> {
  return folderTree(path.join(cwd, 'served'));
}

/** A file that is replaced as a whole. */
function servedFile(name: string): string {
  return readFileSync(path.join(cwd, 'served', name), 'utf8');
}

/** Of each file, what dashc says that it may be; two while it is replaced. */
function fingerprints(): readonly (readonly string[])[] {
  const manifest = JSON.parse(servedFile('shop/.dashc-sync.json')) as {
    readonly files: Readonly<Record<string, readonly string[]>>;
  };
  return Object.values(manifest.files);
}

function titled(title: string): string {
  return (SHOP[SOURCE] ?? '').replace("'Overview'", `'${title}'`);
}

it('follows saves, and leaves the folder as it is while a source is wrong', async () => {
  const runbook = path.join(cwd, 'served/shop/RUNBOOK.md');
  const first = served();
  expect(first[OVERVIEW]).toContain('"title": "Overview"');

  write(cwd, { [SOURCE]: titled('Saved') });
  await until(() => servedFile(OVERVIEW).includes('"title": "Saved"'));
  // The file is there before the run has ended, which the list of files is the last to say.
  await until(() => fingerprints().every((each) => each.length === 1));
  const saved = served();

  write(cwd, { [SOURCE]: titled('Broken').replace('rows:', 'rows') });
  await until(() => said().includes('error load/syntax'));
  await until(() => said().endsWith('nothing was synced\nwaiting for changes; end with Ctrl-C\n'));
  expect(served()).toEqual(saved);

  write(cwd, { [SOURCE]: titled('Repaired') });
  await until(() => servedFile(OVERVIEW).includes('"title": "Repaired"'));

  write(cwd, { 'dashboards/shop/second.ts': titled('Second').replace('shop-overview', 'second') });
  const second = path.join(cwd, 'served/shop/grafana/dashboards/second.json');
  await until(() => existsSync(second));

  rmSync(path.join(cwd, 'dashboards/shop/second.ts'));
  await until(() => !existsSync(second));
  await rounds(6);

  // Whatever was saved, what it has nothing to do with is as it was.
  const others = Object.entries(first).filter(
    ([file]) => file !== OVERVIEW && file !== 'shop/.dashc-sync.json',
  );
  expect(served()).toMatchObject(Object.fromEntries(others));
  expect(readFileSync(runbook, 'utf8')).toBe(first['shop/RUNBOOK.md']);
});

it('the last of two saves within 30 ms', async () => {
  for (const pause of [1, 5, 10, 20, 30]) {
    write(cwd, { [SOURCE]: titled(`First before ${pause} ms`) });
    await sleep(pause);
    write(cwd, { [SOURCE]: titled(`Second after ${pause} ms`) });
    await until(() => servedFile(OVERVIEW).includes(`"Second after ${pause} ms"`));
  }
});

it('an editor that writes another file, and renames it over the source', async () => {
  // It is another file each time: who watches the first one sees no second save.
  for (const title of ['First', 'Second', 'Third']) {
    write(cwd, { [`${SOURCE}~`]: titled(title) });
    renameSync(path.join(cwd, `${SOURCE}~`), path.join(cwd, SOURCE));
    await until(() => servedFile(OVERVIEW).includes(`"title": "${title}"`));
  }
});

it.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends it well, and leaves nothing behind',
  async (signal) => {
    child.kill(signal);
    expect(await ended).toBe(0);
    const files = Object.keys(served());
    expect(files.filter((file) => /^\.dashc|\/\.dashc(?!-sync\.json)/.test(file))).toEqual([]);
    expect(existsSync(path.join(cwd, 'served/.dashc-sync.lock'))).toBe(false);
  },
);

it('a second Ctrl-C, as npm hands one on, does not end it less well', async () => {
  child.kill('SIGINT');
  while (child.exitCode === null && child.kill('SIGINT')) {
    await sleep(1);
  }
  expect(await ended).toBe(0);
  expect(existsSync(path.join(cwd, 'served/.dashc-sync.lock'))).toBe(false);
});

it('ended in the middle of a run: the run is completed', async () => {
  write(cwd, { [SOURCE]: titled('Last') });
  await sleep(100);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
  expect(served()[OVERVIEW]).toMatch(/"title": "(?:Overview|Last)"/);
  expect(existsSync(path.join(cwd, 'served/.dashc-sync.lock'))).toBe(false);
});
