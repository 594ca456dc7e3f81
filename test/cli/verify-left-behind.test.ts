import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { projectFolder } from '../load/project-folder.ts';
import { BIN, compileDashc, dashc, type Ended } from './dashc.ts';
import { toolsOnPath, WORLD } from './verify-shop.ts';

let tools: Readonly<Record<string, string>>;
let temporary: string;

beforeAll(async () => {
  compileDashc();
  tools = await toolsOnPath();
}, 120_000);

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'dashc-left-'));
});

afterEach(() => {
  rmSync(temporary, { recursive: true, force: true });
});

const env = () => ({ ...tools, TMPDIR: temporary });
const verify = (cwd: string): Promise<Ended> => dashc(['verify'], { cwd, env: env() });

/** Processes that have the temporary folder in their command line, but for the watchdog. */
function processes(program: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(temporary) && line.includes(program);
      } catch {
        return false;
      }
    })
    .map(Number);
}

const works = () => readdirSync(temporary).filter((name) => name.startsWith('dashc-work-'));

async function until(condition: () => boolean, milliseconds = 30_000): Promise<void> {
  for (const end = Date.now() + milliseconds; !condition() && Date.now() < end;) await sleep(5);
}

async function nothingIsLeft(): Promise<void> {
  await until(() => works().length === 0 && processes('').length === 0, 5_000);
  expect(works()).toEqual([]);
  expect(processes('')).toEqual([]);
}

/** Starts it, and stops waiting when Prometheus runs. */
async function untilPrometheus(cwd: string): Promise<{ pid: number; ended: Promise<Ended> }> {
  const child = spawn(process.execPath, [BIN, 'verify'], {
    cwd,
    env: { ...process.env, ...env() },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  await until(() => processes('storage.tsdb.path').length > 0);
  return { pid: child.pid ?? 0, ended };
}

describe.runIf(process.platform === 'linux')('dashc verify', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves nothing behind after %s',
    async (signal) => {
      const cwd = projectFolder(WORLD);
      const { pid, ended } = await untilPrometheus(cwd);
      process.kill(pid, signal);
      const { code } = await ended;
      expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: null }[signal]);
      await nothingIsLeft();
      expect((await verify(cwd)).code).toBe(0);
    },
  );

  it('says that Prometheus crashed', async () => {
    const cwd = projectFolder(WORLD);
    const { ended } = await untilPrometheus(cwd);
    for (const pid of processes('storage.tsdb.path')) process.kill(pid, 'SIGKILL');
    const { code, out } = await ended;
    expect(out).toContain('verify/broken-off');
    expect(out).toMatch(/Prometheus/);
    expect(code).toBe(1);
    await nothingIsLeft();
    expect((await verify(cwd)).code).toBe(0);
  });

  it('says that the disk is full', async (test) => {
    const cwd = projectFolder(WORLD);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', temporary], {
        stdio: 'pipe',
      });
    } catch {
      return test.skip('a file system cannot be mounted here');
    }
    try {
      const { code, out } = await verify(cwd);
      expect(out).toContain('the disk is full');
      expect(code).toBe(1);
      await nothingIsLeft();
    } finally {
      execFileSync('umount', [temporary]);
    }
    expect((await verify(cwd)).code).toBe(0);
  });

  it('makes a damaged block anew', async () => {
    const cwd = projectFolder(WORLD);
    expect((await verify(cwd)).code).toBe(0);
    const cache = join(temporary, 'dashc-worlds');
    const chunks = readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .map((name) => join(cache, name))
      .filter((file) => /chunks\/\d+$/.test(file));
    expect(chunks.length).toBeGreaterThan(0);
    for (const file of chunks) writeFileSync(file, Buffer.alloc(statSync(file).size, 7));
    expect(await verify(cwd)).toMatchObject({ code: 0, out: '' });
    expect(chunks.every((file) => !isAllSevens(file))).toBe(true);
  });

  it('removes what a power cut left', async () => {
    const cwd = projectFolder(WORLD);
    const gone = spawn('true');
    await new Promise((resolve) => gone.on('close', resolve));
    execFileSync('mkdir', ['-p', join(temporary, `dashc-work-${gone.pid}-x`, 'data')]);
    expect((await verify(cwd)).code).toBe(0);
    await nothingIsLeft();
  });
});

function isAllSevens(file: string): boolean {
  try {
    return readFileSync(file).every((byte) => byte === 7);
  } catch {
    // It has another name now.
    return false;
  }
}
