import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { planSystem } from '../../lib/cli/synced-folder.ts';
import type { Artifact } from '../../lib/emit/index.ts';
import { apply, SYNC_MANIFEST, withLock } from '../../lib/sync/index.ts';
import { compileDashc, dashc } from '../cli/dashc.ts';
import { folderTree } from '../cli/folder-tree.ts';
import { SHOP, write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';

/** Not dashc's, in the folders that it writes to. */
const MINE = {
  'shop/notes.md': 'mine',
  'shop/grafana/dashboards/mine.json': '{"title": "Mine"}',
  'shop/prometheus/rules/mine.yml': 'groups: []\n',
};

/** Another version of the same project: a dashboard changes, one goes, seven come, the rules change. */
const NEXT = {
  'dashboards/shop/overview.ts': (SHOP['dashboards/shop/overview.ts'] ?? '').replace(
    "'Overview'",
    "'All of it'",
  ),
  'dashboards/shop/second.ts': another('second'),
  ...Object.fromEntries(
    ['third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'].map((name) => [
      `dashboards/shop/${name}.ts`,
      another(name),
    ]),
  ),
  'alerts/shop/queue.ts': (SHOP['alerts/shop/queue.ts'] ?? '').replace("'5m'", "'4m'"),
};

function another(name: string): string {
  return (SHOP['dashboards/shop/overview.ts'] ?? '')
    .replace('shop-overview', `shop-${name}`)
    .replace("'Overview'", `'${name}'`);
}

type Tree = Record<string, string>;

const top = mkdtempSync(path.join(tmpdir(), 'dashc-kill-'));
const project = path.join(top, 'project');
const preload = path.join(__dirname, 'kill-at.cjs');
let searchPath = '';
let old: Tree = {};
let wanted: Tree = {};
let artifacts: readonly Artifact[] = [];

beforeAll(async () => {
  compileDashc();
  searchPath = `${path.dirname(await toolPath('promtool'))}:${path.dirname(await toolPath('amtool'))}:${process.env['PATH'] ?? ''}`;
  write(project, { ...SHOP, 'dashboards/shop/gone.ts': another('gone') });
  write(path.join(top, 'old'), MINE);
  expect((await sync('old')).code).toBe(0);
  rmSync(path.join(project, 'dashboards/shop/gone.ts'));
  write(project, NEXT);
  cpSync(path.join(top, 'old'), path.join(top, 'new'), { recursive: true });
  expect((await sync('new')).code).toBe(0);
  old = folderTree(path.join(top, 'old'));
  wanted = folderTree(path.join(top, 'new'));
  artifacts = Object.entries(wanted)
    .filter(([file]) => !(file in MINE) && !file.endsWith(SYNC_MANIFEST))
    .map(([file, text]) => ({ path: file.replace(/^shop\//, ''), text }));
}, 60_000);

afterAll(() => rmSync(top, { recursive: true, force: true }));

function sync(target: string, env: Record<string, string> = {}) {
  const args = ['sync', path.join(top, target), '--prune', '--no-typecheck'];
  return dashc(args, { cwd: project, env: { PATH: searchPath, ...env } });
}

/** Files that readers look for, of which each has to be the old one or the new one at any time. */
function broken(folder: string): string[] {
  return files(folder)
    .filter((file) => /\.(json|ya?ml|md)$/.test(file) && path.basename(file) !== SYNC_MANIFEST)
    .filter((file) => {
      const below = path.relative(folder, file);
      const text = textOf(file);
      return text !== undefined && text !== old[below] && text !== wanted[below];
    });
}

/** Folders may come and go while they are listed. */
function files(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const at = path.join(folder, entry.name);
      return entry.isDirectory() ? files(at) : [at];
    });
  } catch {
    return [];
  }
}

/** It may be removed between the two looks. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** How many operations an undisturbed sync makes on a target. */
async function operations(from: keyof typeof FROM): Promise<number> {
  const target = path.join(top, `counted-${from}`);
  FROM[from](target);
  const count = path.join(top, `count-${from}`);
  await sync(`counted-${from}`, { ...killing(target, Infinity), KILL_COUNT: count });
  rmSync(target, { recursive: true });
  return Number(readFileSync(count, 'utf8'));
}

function killing(target: string, at: number): Record<string, string> {
  return { NODE_OPTIONS: `--require ${preload}`, KILL_AT: String(at), KILL_BELOW: target };
}

/** Two beginnings: a folder that has only others' files, and one that holds the version of before. */
const FROM = {
  nothing: (target: string) => write(target, MINE),
  before: (target: string) => cpSync(path.join(top, 'old'), target, { recursive: true }),
};

async function kill(from: keyof typeof FROM, point: number): Promise<void> {
  const name = `from-${from}-${point}`;
  const target = path.join(top, name);
  FROM[from](target);
  const seen = new Set<string>();
  const reader = setInterval(() => broken(target).forEach((file) => seen.add(file)), 2);
  try {
    expect({ name, code: (await sync(name, killing(target, point))).code }).toEqual({
      name,
      code: null,
    });
    await converge(target);
    expect({ name, seen: [...seen] }).toEqual({ name, seen: [] });
    expect({ name, ...folderTree(target) }).toEqual({ name, ...wanted });
  } finally {
    clearInterval(reader);
  }
  rmSync(target, { recursive: true });
}

/** The next sync, without compiling once more. */
async function converge(target: string): Promise<void> {
  const done = await withLock(target, target, async () => {
    const shop = planSystem({ folder: target, shown: target }, 'shop', artifacts, {
      prune: true,
      force: false,
    });
    expect(shop.plan.problems).toEqual([]);
    return apply(shop);
  });
  expect(done).not.toHaveProperty('problem');
}

it('leaves every file whole wherever it is killed, and the next sync completes it', async () => {
  const points = (
    await Promise.all(
      (['nothing', 'before'] as const).map(async (from) =>
        Array.from({ length: await operations(from) }, (_, i) => [from, i + 1] as const),
      ),
    )
  ).flat();
  expect(points.length).toBeGreaterThanOrEqual(200);
  const rest = [...points];
  // A killed process leaves a lock that is waited for: the waits overlap.
  const worker = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) await kill(...next);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}, 300_000);
