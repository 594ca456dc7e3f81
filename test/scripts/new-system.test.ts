import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { check, resolveConfig } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { runTool } from '../../lib/prove/index.ts';
import { nameProblem } from '../../scripts/new-system/name-problem.ts';
import { toolPath } from '../tool-path.ts';

const ROOT = join(__dirname, '../..');

/** A copy of the repository without a system; what is not changed is linked. */
let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'dashc-new-system-'));
  for (const entry of ['lib', 'node_modules']) symlinkSync(join(ROOT, entry), join(root, entry));
  const copied = [
    ...['bin', 'dist', 'scripts/new-system.ts', 'scripts/new-system'],
    ...['systems/shared', 'dashboards/shared', 'alerts/shared'],
    ...['package.json', '.prettierrc.json'],
    ...['tsconfig.base.json', 'tsconfig.json', 'tsconfig.content.json'],
  ];
  for (const entry of copied) cpSync(join(ROOT, entry), join(root, entry), { recursive: true });
});

afterAll(() => rmSync(root, { recursive: true }));

function newSystem(...names: readonly string[]) {
  const script = ['-r', 'ts-node/register', 'scripts/new-system.ts', ...names];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Every file of the folder, below it, sorted. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(root, folder).length + 1))
    .sort();
}

describe.each([
  ['my-shop', 'My Shop Overview', 'MyShopTargetDown'],
  ['shop2', 'Shop2 Overview', 'Shop2TargetDown'],
])('a new system %s', (name, title, alert) => {
  const files = [
    `systems/${name}/stack.ts`,
    `systems/${name}/metrics.ts`,
    `systems/${name}/index.ts`,
    `alerts/${name}/availability.ts`,
    `dashboards/${name}/overview.ts`,
  ];

  it('is five files, and the commands that come next', () => {
    const { status, stdout, stderr } = newSystem(name);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.startsWith('wrote'))).toEqual(
      files.map((f) => `wrote ${f}`),
    );
    expect(lines.flatMap((line) => /^ {2}(npm [\w ]+?) {2,}/.exec(line)?.[1] ?? [])).toEqual([
      'npm run build',
      'npm run docs',
      'npm test',
    ]);
  });

  it.each(files)('%s is as prettier writes it', async (file) => {
    const style = await resolveConfig(join(ROOT, 'package.json'));
    const text = readFileSync(join(root, file), 'utf8');
    expect(await check(text, { ...style, filepath: file })).toBe(true);
  });

  it('builds, types included, without an error or a warning', () => {
    const args = ['bin/dashc.js', 'build', '--system', name];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect(stderr).toMatch(/^\d+ changes, 0 files as before \(\d+ ms\)\n$/m);
    expect(stderr).not.toMatch(/^(error|warning) /m);
    expect(status).toBe(0);
    expect(filesIn(`build/${name}`)).toEqual([
      '.dashc-manifest.json',
      '.env.example',
      'RUNBOOK.md',
      'docker-compose.yml',
      'grafana/dashboards/overview.json',
      'grafana/provisioning/dashboards/dashboards.yml',
      'grafana/provisioning/datasources/datasources.yml',
      'prometheus/prometheus.yml',
      `prometheus/rules/${name}-availability.yml`,
      `prometheus/tests/${alert}.test.yml`,
    ]);
    const json = readFileSync(join(root, `build/${name}/grafana/dashboards/overview.json`), 'utf8');
    expect(JSON.parse(json)).toMatchObject({ uid: `${name}-overview`, title });
  });

  it('has rules and tests that promtool passes', async () => {
    const promtool = await toolPath('promtool');
    const prometheus = join(root, 'build', name, 'prometheus');
    const check = ['check', 'rules', join(prometheus, `rules/${name}-availability.yml`)];
    const test = ['test', 'rules', join(prometheus, `tests/${alert}.test.yml`)];
    expect(await runTool(promtool, check)).toMatchObject({ exitCode: 0 });
    expect(await runTool(promtool, test)).toMatchObject({ exitCode: 0 });
  });

  it('is not made a second time, nor changed', () => {
    const text = readFileSync(join(root, `systems/${name}/stack.ts`), 'utf8');
    expect(newSystem(name)).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(join(root, `systems/${name}/stack.ts`), 'utf8')).toBe(text);
  });
});

describe('refuses', () => {
  it.each([
    ['no name', '', 'a name is missing'],
    ['capitals', 'MyShop', '`MyShop` is no name of a system'],
    ['an underscore', 'my_shop', '`my_shop` is no name of a system'],
    ['two hyphens', 'my--shop', '`my--shop` is no name of a system'],
    ['a hyphen at the end', 'shop-', '`shop-` is no name of a system'],
    ['a digit first', '2shops', '`2shops` is no name of a system'],
    ['a path', '../shop', '`../shop` is no name of a system'],
    ['a name too long for a uid', 'a'.repeat(30), 'has more than 29 characters'],
    [
      'the folder of what is shared',
      'shared',
      '`shared` is the folder of what several systems use',
    ],
    ['a folder that is taken', 'leftover', '`dashboards/leftover` is there already'],
  ])('%s', (_name, name, message) => {
    mkdirSync(join(root, 'dashboards/leftover'), { recursive: true });
    expect(nameProblem(root, name)).toContain(message);
  });

  it.each([
    ['a short name', 'a'],
    ['the longest name', 'a'.repeat(29)],
    ['several words', 'my-2nd-shop'],
  ])('not %s', (_name, name) => {
    expect(nameProblem(root, name)).toBeUndefined();
  });

  it('more than one name, and writes nothing', () => {
    const { status, stdout, stderr } = newSystem('stall', 'market');
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: 'one name, please\n  usage: npm run new:system my-shop\n',
    });
    expect(existsSync(join(root, 'systems/stall'))).toBe(false);
  });
});
