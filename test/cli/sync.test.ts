import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { projectFolder, SHOP, write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';
import { compileDashc, dashc, type Ended, stable } from './dashc.ts';
import { folderTree } from './folder-tree.ts';

const OVERVIEW = 'shop/grafana/dashboards/overview.json';
const RULES = 'shop/prometheus/rules/shop.yml';

let searchPath = '';
let cwd = '';
let target = '';

beforeAll(async () => {
  compileDashc();
  const tools = await Promise.all([toolPath('promtool'), toolPath('amtool')]);
  searchPath = [...tools.map((tool) => path.dirname(tool)), process.env['PATH']].join(':');
}, 60_000);

beforeEach(() => {
  cwd = projectFolder(SHOP);
  target = path.join(cwd, 'served');
});

function run(args: readonly string[], env: Record<string, string> = {}): Promise<Ended> {
  const all = [...args, '--no-typecheck'];
  return dashc(all, { cwd, env: { PATH: searchPath, ...env } });
}

function sync(...options: string[]): Promise<Ended> {
  return run(['sync', 'served', ...options]);
}

/** Renames the dashboard in the sources. */
function edit(): void {
  const text = SHOP['dashboards/shop/overview.ts'] ?? '';
  write(cwd, { 'dashboards/shop/overview.ts': text.replace("'Overview'", "'All of it'") });
}

function at(file: string): string {
  return path.join(target, file);
}

describe('dashc sync', () => {
  it('writes what was built, and the next time nothing', async () => {
    const first = await sync();
    expect(first.code).toBe(0);
    expect(first.out).toContain(`added served/${OVERVIEW}\n`);
    await run(['build']);
    const built = folderTree(path.join(cwd, 'build'));
    const synced = folderTree(target);
    expect({ ...built, 'shop/.dashc-manifest.json': undefined }).toEqual({
      ...synced,
      'shop/.dashc-manifest.json': undefined,
      'shop/.dashc-sync.json': undefined,
    });
    const written = statSync(at(OVERVIEW)).mtimeMs;
    const second = await sync();
    expect({ ...second, err: stable(second.err) }).toEqual({
      code: 0,
      out: '',
      err: '0 changes, 7 files as before (… ms)\n',
    });
    expect(statSync(at(OVERVIEW)).mtimeMs).toBe(written);
  });

  it('prints a plan, and writes nothing', async () => {
    const { code, out } = await sync('--dry-run');
    expect(code).toBe(0);
    expect(out).toContain(`would add served/${OVERVIEW}\n`);
    expect(folderTree(cwd)).not.toHaveProperty(`served/${OVERVIEW}`);
  });

  it('says what changes in a dashboard', async () => {
    await sync();
    edit();
    const said = `served/${OVERVIEW}\n  title "Overview" to "All of it"\n`;
    expect((await sync('--dry-run')).out).toContain(`would change ${said}`);
    expect((await sync()).out).toContain(`changed ${said}`);
  });

  it('keeps what is no longer built, and removes it with --prune', async () => {
    await sync();
    rmSync(path.join(cwd, 'dashboards/shop/overview.ts'));
    const kept = await sync();
    expect(kept.out).toBe(
      `kept, though no longer built (--prune removes it): served/${OVERVIEW}\n`,
    );
    expect((await sync('--prune')).out).toBe(`removed served/${OVERVIEW}\n`);
    expect(folderTree(target)).not.toHaveProperty(OVERVIEW);
  });

  it('removes a system that is gone with --prune, and nothing of others', async () => {
    await sync();
    for (const kind of ['systems', 'dashboards', 'alerts']) {
      renameSync(path.join(cwd, kind, 'shop'), path.join(cwd, kind, 'store'));
    }
    const stack = path.join(cwd, 'systems/store/stack.ts');
    writeFileSync(stack, readFileSync(stack, 'utf8').replace("name: 'shop'", "name: 'store'"));
    for (const file of ['dashboards/store/overview.ts', 'alerts/store/queue.ts']) {
      const text = readFileSync(path.join(cwd, file), 'utf8');
      writeFileSync(path.join(cwd, file), text.replaceAll('systems/shop', 'systems/store'));
    }
    write(target, { 'shop/notes.md': 'mine' });
    const { code } = await sync('--prune');
    expect(code).toBe(0);
    const left = Object.keys(folderTree(target)).filter((file) => file.startsWith('shop/'));
    expect(left).toEqual(['shop/.dashc-sync.json', 'shop/notes.md']);
  });

  it('stops at a file that was changed by hand, and changes nothing', async () => {
    await sync();
    edit();
    write(target, { [RULES]: 'groups: []\n' });
    const before = folderTree(target);
    const { code, err } = await sync();
    expect({ code, err: stable(err) }).toEqual({
      code: 1,
      err: [
        'error sync/drift',
        `  served/${RULES}`,
        '  this file was changed by hand since the last sync',
        '  hint: take the change over into the sources, or overwrite it: --force',
        '2 changes, 5 files as before (… ms)',
        'nothing was synced',
        '',
      ].join('\n'),
    });
    expect(folderTree(target)).toEqual(before);
    expect((await sync('--force')).code).toBe(0);
    expect(folderTree(target)[RULES]).toContain('ShopBacklog');
  });

  it('never replaces a file that it did not write, even when forced', async () => {
    write(target, { [RULES]: 'groups: []\n' });
    const { code, err } = await sync('--force');
    expect(code).toBe(1);
    expect(err).toContain('error sync/foreign');
    expect(folderTree(target)).toEqual({ [RULES]: 'groups: []\n' });
  });

  it('writes nothing where promtool refuses a rule', async () => {
    const bin = mkdtempSync(path.join(tmpdir(), 'dashc-tools-'));
    writeFileSync(
      path.join(bin, 'promtool'),
      '#!/bin/sh\necho "  FAILED:\nbad rule" >&2\nexit 1\n',
      {
        mode: 0o755,
      },
    );
    const { code, err } = await run(['sync', 'served'], { PATH: `${bin}:${searchPath}` });
    rmSync(bin, { recursive: true });
    expect(code).toBe(1);
    expect(err).toContain('`promtool check rules` refuses this: bad rule');
    expect(folderTree(cwd)).not.toHaveProperty('served/shop/.dashc-sync.json');
  });

  it('writes nothing where a source is wrong', async () => {
    await sync();
    write(cwd, { 'dashboards/shop/overview.ts': 'export default 1;\n' });
    const before = folderTree(target);
    expect((await sync('--prune')).code).toBe(1);
    expect(folderTree(target)).toEqual(before);
  });
});

describe('what stands in the way', () => {
  it.each([
    {
      title: 'a link that leads outside',
      spoil: (outside: string) => {
        rmSync(at('shop/grafana'), { recursive: true });
        symlinkSync(outside, at('shop/grafana'));
      },
      says: 'served/shop/grafana\n  a symbolic link stands in the way',
    },
    {
      title: "a link in a system's place",
      spoil: (outside: string) => {
        renameSync(at('shop'), path.join(outside, 'shop'));
        symlinkSync(path.join(outside, 'shop'), at('shop'));
      },
      says: 'a symbolic link stands in the way',
    },
    {
      title: 'a link in the place of a file',
      spoil: (outside: string) => {
        rmSync(at(OVERVIEW));
        symlinkSync(path.join(outside, 'mine.json'), at(OVERVIEW));
      },
      says: `served/${OVERVIEW}\n  a symbolic link stands in the way`,
    },
    {
      title: 'a file in the place of a folder',
      spoil: () => {
        rmSync(at('shop/grafana'), { recursive: true });
        writeFileSync(at('shop/grafana'), 'mine');
      },
      says: 'served/shop/grafana\n  a file stands in the way',
    },
    {
      title: 'a folder in the place of a file',
      spoil: () => {
        rmSync(at(OVERVIEW));
        mkdirSync(at(OVERVIEW));
      },
      says: `served/${OVERVIEW}\n  a folder stands in the way`,
    },
    {
      title: 'a manifest that leads outside',
      spoil: () => writeFileSync(at('shop/.dashc-sync.json'), '{"files": {"../../x": []}}'),
      says: 'served/shop/.dashc-sync.json\n  this list of the files that dashc owns cannot be read',
    },
  ])('$title: nothing is changed', async ({ spoil, says }) => {
    const outside = projectFolder({ 'mine.json': 'mine' });
    await sync();
    edit();
    spoil(outside);
    const before = [folderTree(target), folderTree(outside)];
    const { code, err } = await sync('--force', '--prune');
    expect(code).toBe(1);
    expect(err).toContain(says);
    expect([folderTree(target), folderTree(outside)]).toEqual(before);
  });

  it('a folder that may not be written: says so, and completes it when it may', async () => {
    await sync();
    edit();
    chmodSync(at('shop/grafana/dashboards'), 0o555);
    chmodSync(cwd, 0o777);
    execFileSync('chown', ['-R', '65534', cwd]);
    const user = { cwd, env: { PATH: searchPath }, uid: 65_534 };
    const args = ['sync', 'served', '--no-typecheck'];
    const refused = await dashc(args, user);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('permission is denied (EACCES)');
    expect(refused.err).toContain('every file is whole; run it again to complete it');
    chmodSync(at('shop/grafana/dashboards'), 0o755);
    expect((await dashc(args, user)).code).toBe(0);
    expect(folderTree(target)[OVERVIEW]).toContain('All of it');
  });

  it.each([
    { title: 'before the manifest', bytes: 10 },
    { title: 'in the middle of a dashboard', bytes: 1800 },
  ])('a disk that is full $title: every file stays whole', async ({ bytes }) => {
    await sync();
    edit();
    const before = folderTree(target);
    const { code, err } = await run(['sync', 'served'], {
      NODE_OPTIONS: `--require ${path.resolve('test/sync/disk-full.cjs')}`,
      DISK_BYTES: String(bytes),
      DISK_BELOW: target,
    });
    expect(code).toBe(1);
    expect(err).toContain('the disk is full (ENOSPC)');
    const files = Object.entries(folderTree(target));
    expect(before).toMatchObject(
      Object.fromEntries(files.filter(([file]) => file !== 'shop/.dashc-sync.json')),
    );
    expect((await sync()).code).toBe(0);
    expect(folderTree(target)[OVERVIEW]).toContain('All of it');
  });

  it('a file changed between plan and apply: is left as it is', async () => {
    await sync();
    edit();
    const { code, err } = await run(['sync', 'served'], {
      NODE_OPTIONS: `--require ${path.resolve('test/sync/meanwhile.cjs')}`,
      MEANWHILE: at(OVERVIEW),
    });
    expect(code).toBe(1);
    expect(err).toContain('error sync/changed-meanwhile');
    expect(folderTree(target)[OVERVIEW]).toBe('by hand');
  });
});

it('two at once: both end well, one after the other', async () => {
  const [first, second] = await Promise.all([sync(), sync()]);
  expect([first.code, second.code]).toEqual([0, 0]);
  const added = [first.out, second.out].map((out) => out.split('\n').length - 1).sort();
  expect(added).toEqual([0, 7]);
});

describe('dashc drift', () => {
  it('prints nothing where the folder holds what was built', async () => {
    await sync();
    const { code, out } = await run(['drift', 'served']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });

  it('prints a line a difference, and exits with 4', async () => {
    await sync();
    edit();
    rmSync(at('shop/RUNBOOK.md'));
    write(target, { [RULES]: 'groups: []\n' });
    write(cwd, {
      'dashboards/shop/second.ts': (SHOP['dashboards/shop/overview.ts'] ?? '')
        .replace('shop-overview', 'shop-second')
        .replace("'Overview'", "'Second'"),
    });
    const { code, out } = await run(['drift', 'served']);
    expect({ code, out: out.trimEnd().split('\n').sort() }).toEqual({
      code: 4,
      out: [
        `changed by hand served/${RULES}`,
        `differs served/${OVERVIEW}`,
        'missing served/shop/RUNBOOK.md',
        'missing served/shop/grafana/dashboards/second.json',
      ],
    });
  });
});
