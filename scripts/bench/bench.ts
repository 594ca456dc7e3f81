import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { buildSync } from 'esbuild';

import { generateProject } from './generate-project.ts';
import type { MeasuredRules } from './measure-rules.ts';
import type { Measured } from './measure.ts';
import { syncs } from './syncs.ts';

/**
 * What a build costs, against the floor of stringifying and writing the same bytes, what checking a file of rules costs,
 * and how long a command takes from start to end. Every number is of a process of its own.
 *
 * `npm run bench -- 1000` measures builds of 1,000 dashboards only, `npm run bench -- rules` rules only, `npm run bench --
 * sync` incremental builds and syncs only.
 */
const root = path.resolve(__dirname, '../..');
const asked = process.argv.slice(2);
const ROUNDS = 9;

bundle();
const only = ['rules', 'sync'].find((name) => name === asked[0]);
if (only === undefined) builds(asked.length > 0 ? asked.map(Number) : [1, 10, 100, 1000, 5000]);
if (asked.length === 0 || only === 'rules') rules([100, 1000, 10_000]);
if (asked.length === 0) commands();
if (asked.length === 0 || only === 'sync') void syncs();

function builds(sizes: readonly number[]): void {
  console.log('milliseconds of a build, first of its process; 20 panels a dashboard');
  console.log('(swc) is a part of load, (schema) of emit, (text) of floor\n');
  console.log(
    row(
      ...['N', 'load', '(swc)', 'analyze', 'emit', '(schema)', 'write', 'total'],
      ...['floor', '(text)', 'ratio', 'each', 'peak MB'],
    ),
  );
  for (const size of sizes) {
    const middle = median(size < 1000 ? 5 : 3, () => measured<Measured>('bench.js', size), totalOf);
    console.log(rowOf(middle));
  }
}

/** The cost of a rule is the same in a file of 100 and of 10,000, or less, because the code gets warm. */
function rules(sizes: readonly number[]): void {
  console.log('\nmilliseconds of checking one file of rules, first of its process');
  console.log('ratio: what each rule costs, to what it costs in the first file\n');
  console.log(row('rules', 'load', 'analyze', 'total', 'each', 'peak MB', 'ratio'));
  const totalOf = (m: MeasuredRules) => m.load + m.analyze;
  const runs = sizes.map((size) =>
    median(3, () => measured<MeasuredRules>('bench-rules.js', size), totalOf),
  );
  const [first] = runs;
  for (const m of runs) {
    const each = totalOf(m) / m.rules;
    const ratio = first === undefined ? 1 : each / (totalOf(first) / first.rules);
    const times = [m.load, m.analyze, totalOf(m)].map((ms) => ms.toFixed(0));
    const peak = (m.peak / 2 ** 20).toFixed(0);
    console.log(row(String(m.rules), ...times, each.toFixed(3), peak, ratio.toFixed(2)));
  }
}

function bundle(): void {
  buildSync({
    absWorkingDir: root,
    entryPoints: {
      bench: 'scripts/bench/measure.ts',
      'bench-rules': 'scripts/bench/measure-rules.ts',
    },
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    target: 'node20',
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    external: ['@swc/core', 'esbuild', 'prettier', 'ts-morph', 'ts-node', 'typescript'],
    logLevel: 'warning',
  });
}

function measured<T>(script: string, size: number): T {
  const out = execFileSync(process.execPath, [path.join(root, 'dist', script), String(size)], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as T;
}

/** The run whose total is in the middle. */
function median<T>(rounds: number, run: () => T, totalOf: (run: T) => number): T {
  const runs = Array.from({ length: rounds }, run).sort((a, b) => totalOf(a) - totalOf(b));
  const middle = runs[Math.floor(rounds / 2)];
  if (middle === undefined) throw new Error('no round');
  return middle;
}

function totalOf({ load, analyze, emit, write }: Measured): number {
  return load + analyze + emit + write;
}

function rowOf(m: Measured): string {
  const total = totalOf(m);
  const parts = [m.load, m.transpile, m.analyze, m.emit, m.validate, m.write];
  const times = [...parts, total, m.floor, m.stringify].map((ms) => ms.toFixed(1));
  return row(
    ...[String(m.dashboards), ...times, (total / m.floor).toFixed(1)],
    ...[(total / m.dashboards).toFixed(2), (m.peak / 2 ** 20).toFixed(0)],
  );
}

function row(...cells: readonly string[]): string {
  return cells.map((cell) => cell.padStart(9)).join('');
}

/** Rounds are interleaved, so that what else the machine does hits all of them. */
function commands(): void {
  console.log('\nwall milliseconds of a whole command, 8 dashboards, median of', ROUNDS, '\n');
  const bin = path.join(root, 'bin/dashc.js');
  const fresh = projectOf(8);
  const kept = projectOf(8);
  // Where the type check keeps what it found; without the folder it starts afresh every time.
  mkdirSync(path.join(kept, 'node_modules'));
  wallOf([bin, 'build'], kept);
  const ways = [
    { name: 'node, doing nothing', cwd: fresh, args: ['-e', '0'] },
    { name: 'dashc build, nothing changed', cwd: kept, args: [bin, 'build'] },
    { name: 'dashc build --no-typecheck', cwd: fresh, args: [bin, 'build', '--no-typecheck'] },
    { name: 'dashc build, types checked for the first time', cwd: fresh, args: [bin, 'build'] },
    {
      name: 'dashc build --no-cache, types checked before',
      cwd: kept,
      args: [bin, 'build', '--no-cache'],
    },
  ].map((way) => ({ ...way, times: [] as number[] }));
  for (let round = 0; round < ROUNDS; round++) {
    for (const { args, cwd, times } of ways) times.push(wallOf(args, cwd));
  }
  for (const folder of [fresh, kept]) rmSync(folder, { recursive: true, force: true });
  for (const { name, times } of ways) {
    const middle = times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0;
    console.log(middle.toFixed(0).padStart(9), ` ${name}`);
  }
}

function projectOf(dashboards: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  generateProject(folder, dashboards);
  return folder;
}

function wallOf(args: readonly string[], cwd: string): number {
  const before = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return performance.now() - before;
}
