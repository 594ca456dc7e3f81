import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { projectFolder } from '../load/project-folder.ts';
import { BIN, compileDashc, type Ended } from './dashc.ts';
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

/** Processes that were started for this test, but for the watchdog; the first browser first. */
function processes(word: string): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(temporary) && line.includes(word) && !line.includes('dashc-watchdog');
      } catch {
        return false;
      }
    })
    .sort((a, b) => a - b);
}

async function until(condition: () => boolean, milliseconds: number): Promise<void> {
  for (const end = Date.now() + milliseconds; !condition() && Date.now() < end;) await sleep(5);
}

/** But for the cache of worlds, which is kept. */
const left = () => readdirSync(temporary).filter((name) => name !== 'dashc-worlds');

/** Takes a picture, and stops waiting when Chromium runs. */
async function untilChromium(): Promise<{ pid: number; ended: Promise<Ended> }> {
  const child = spawn(process.execPath, [BIN, 'screenshot'], {
    cwd: projectFolder(WORLD),
    env: { ...process.env, NO_COLOR: '1', ...tools, TMPDIR: temporary },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => (out += String(text)));
  child.stderr.on('data', (text) => (err += String(text)));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  await until(() => processes('--type=renderer').length > 0, 60_000);
  return { pid: child.pid ?? 0, ended };
}

describe.runIf(process.platform === 'linux')('dashc screenshot', { timeout: 120_000 }, () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves neither Chromium nor its profile behind after %s',
    async (signal) => {
      const { pid, ended } = await untilChromium();
      expect(left()).toHaveLength(1);
      process.kill(pid, signal);
      const { code } = await ended;
      expect(code).toBe({ SIGINT: 130, SIGTERM: 143, SIGKILL: null }[signal]);
      await until(() => left().length === 0 && processes('').length === 0, 20_000);
      expect({ folders: left(), processes: processes('') }).toEqual({ folders: [], processes: [] });
    },
  );

  it('says that Chromium crashed, and leaves nothing behind', async () => {
    const { ended } = await untilChromium();
    const [chromium] = processes('--remote-debugging-pipe');
    process.kill(chromium ?? 0, 'SIGKILL');
    const { code, err } = await ended;
    expect(err).toMatch(/^dashc: Chromium ended with a signal/);
    expect(code).toBe(1);
    await until(() => left().length === 0 && processes('').length === 0, 20_000);
    expect({ folders: left(), processes: processes('') }).toEqual({ folders: [], processes: [] });
  });
});
