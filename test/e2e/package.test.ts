import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { toolPath } from '../tool-path.ts';

const top = mkdtempSync(path.join(tmpdir(), 'dashc-package-'));
const project = path.join(top, 'project');
let searchPath = '';

function run(program: string, args: readonly string[], cwd: string): string {
  const env = { ...process.env, PATH: searchPath, NO_COLOR: '1' };
  return execFileSync(program, args, {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

beforeAll(async () => {
  // The Node that runs this test comes first, so that the package is tried with it.
  const folders = [path.dirname(process.execPath), path.dirname(await toolPath('promtool'))];
  searchPath = [...folders, process.env['PATH']].join(path.delimiter);
  run('npm', ['pack', '--pack-destination', top], process.cwd());
  const [packed = ''] = readdirSync(top).filter((file) => file.endsWith('.tgz'));
  mkdirSync(project);
  run('npm', ['init', '-y'], project);
  run('npm', ['install', '--no-audit', '--no-fund', path.join(top, packed)], project);
}, 300_000);

afterAll(() => rmSync(top, { recursive: true, force: true }));

it('installs from its file, makes a project, and tests and builds it', () => {
  run('npx', ['dashc', 'init', 'my-shop'], project);
  expect(run('npm', ['test'], project)).toMatch(/my-shop +1\/1 +100 %/);
  expect(run('npm', ['run', 'build'], project)).toContain(
    'wrote build/my-shop/grafana/dashboards/overview.json',
  );
  run('npx', ['dashc', 'build', '--check'], project);
}, 120_000);

it('lets Node warn of nothing', () => {
  const bin = path.join(project, 'node_modules/dashc/bin/dashc.js');
  const { status, stderr } = spawnSync(process.execPath, [bin, 'build', '--no-cache'], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, PATH: searchPath, NO_COLOR: '1' },
  });
  expect(stderr).toMatch(/^\d+ changes?, \d+ files? as before \(\d+ ms\)\n$/);
  expect(status).toBe(0);
}, 120_000);

it('checks the types of its content against what the package declares', () => {
  const file = path.join(project, 'dashboards/my-shop/overview.ts');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace("sumBy('status')", "sumBy('stauts')"));
  expect(() => run('npx', ['dashc', 'build'], project)).toThrow(/"stauts"/);
}, 120_000);

it('holds what runs, and nothing else', () => {
  const folder = path.join(project, 'node_modules/dashc');
  expect(readdirSync(folder).sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    'package.json',
    'preview',
  ]);
  expect(existsSync(path.join(folder, 'dist/bench.js'))).toBe(false);
});
