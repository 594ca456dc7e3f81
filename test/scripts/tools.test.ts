import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { findTool, runTool, type ToolPlaces } from '../../lib/prove/index.ts';

let root: string;
let places: ToolPlaces;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'dashc-tools-'));
  places = {
    searchPath: [join(root, 'first'), join(root, 'second')],
    toolsDir: join(root, '.tools'),
    platform: 'linux',
  };
});

afterEach(() => rm(root, { recursive: true }));

async function program(file: string, script = 'exit 0', mode = 0o755): Promise<string> {
  const path = join(root, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, mode);
  return path;
}

describe('findTool', () => {
  it('takes the first folder of the search path that has it', async () => {
    const path = await program('first/promtool');
    await program('second/promtool');
    expect(await findTool('promtool', places)).toEqual({ name: 'promtool', path });
  });

  it('passes over a file that cannot be executed', async () => {
    await program('first/promtool', 'exit 0', 0o644);
    const path = await program('second/promtool');
    expect(await findTool('promtool', places)).toEqual({ name: 'promtool', path });
  });

  it('passes over a folder of that name', async () => {
    await mkdir(join(root, 'first/promtool'), { recursive: true });
    const path = await program('second/promtool');
    expect(await findTool('promtool', places)).toEqual({ name: 'promtool', path });
  });

  it('knows the server under the name that Debian gives it', async () => {
    const path = await program('first/prometheus-alertmanager');
    expect(await findTool('alertmanager', places)).toEqual({ name: 'alertmanager', path });
  });

  it('uses what was unpacked before', async () => {
    const path = await program('.tools/debian/usr/bin/amtool');
    expect(await findTool('amtool', places)).toEqual({ name: 'amtool', path });
  });

  it('prefers the search path to what was unpacked', async () => {
    await program('.tools/debian/usr/bin/amtool');
    const path = await program('second/amtool');
    expect(await findTool('amtool', places)).toEqual({ name: 'amtool', path });
  });

  it('says what to install where there is no apt-get', async () => {
    expect(await findTool('amtool', { ...places, platform: 'darwin' })).toEqual({
      name: 'amtool',
      message: '`amtool` is missing: it is not on PATH',
      hint: 'brew install alertmanager',
    });
  });

  it('says why apt-get could not download', async () => {
    await program('first/apt-get', 'echo "E: No route to the mirror" >&2; exit 100');
    expect(await findTool('promtool', places)).toEqual({
      name: 'promtool',
      message: '`promtool` is missing: apt-get download failed (E: No route to the mirror)',
      hint: 'apt-get install prometheus, or put it on PATH from https://prometheus.io/download/#prometheus',
    });
  });

  it('never downloads a browser', async () => {
    await program('first/apt-get', `echo called > ${'"$(dirname "$0")"'}/called; exit 100`);
    const chromium = await findTool('chromium', places);
    expect(chromium).toMatchObject({ message: '`chromium` is missing: it is not on PATH' });
    expect(await runTool('/bin/ls', [join(root, 'first')])).toMatchObject({ stdout: 'apt-get\n' });
  });
});

describe('runTool', () => {
  it('returns what a failing program printed', async () => {
    const path = await program('tool', 'echo out; echo err >&2; exit 3');
    expect(await runTool(path, [])).toEqual({ exitCode: 3, stdout: 'out\n', stderr: 'err\n' });
  });

  it('passes arguments as they are', async () => {
    const path = await program('tool', 'printf "%s|" "$@"');
    const run = await runTool(path, ['a b', '$HOME', '*', '']);
    expect(run).toEqual({ exitCode: 0, stdout: 'a b|$HOME|*||', stderr: '' });
  });

  it('writes the input and closes it', async () => {
    const path = await program('tool', 'cat');
    const run = await runTool(path, [], { input: 'up 1\n' });
    expect(run).toEqual({ exitCode: 0, stdout: 'up 1\n', stderr: '' });
  });

  it('survives a program that does not read its input', async () => {
    const path = await program('tool', 'exit 0');
    expect(await runTool(path, [], { input: 'x'.repeat(1_000_000) })).toMatchObject({
      exitCode: 0,
    });
  });

  it('runs in the folder it is told', async () => {
    const path = await program('tool', 'ls');
    expect(await runTool(path, [], { cwd: dirname(path) })).toMatchObject({ stdout: 'tool\n' });
  });

  it('has no exit code for a program that cannot be started', async () => {
    const run = await runTool(join(root, 'nothing'), []);
    expect(run.exitCode).toBeUndefined();
    expect(run.stderr).toContain('ENOENT');
  });
});
