import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { generateProject } from './generate-project.ts';

/**
 * Wall milliseconds of a project of two systems built by one process, and by two at once with a system each: the most that
 * loading and analysing systems in workers could win.
 */
export async function measureCores(
  bin: string,
  dashboards: number,
): Promise<{ readonly one: number; readonly two: number }> {
  const root = mkdtempSync(path.join(tmpdir(), 'dashc-bench-'));
  try {
    generateProject(root, dashboards / 2);
    addSecondSystem(root);
    const build = (system?: string) => {
      const only = system === undefined ? [] : ['--system', system];
      const args = [bin, 'build', '--no-typecheck', '--out', `out-${system}`, ...only];
      return ended(root, args);
    };
    const before = performance.now();
    await build();
    const middle = performance.now();
    await Promise.all([build('bench'), build('second')]);
    return { one: middle - before, two: performance.now() - middle };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function addSecondSystem(root: string): void {
  for (const kind of ['systems', 'dashboards']) {
    const folder = path.join(root, kind, 'second');
    cpSync(path.join(root, kind, 'bench'), folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8');
      const renamed = text.replace("name: 'bench'", "name: 'second'");
      writeFileSync(file, renamed.replace("Dashboard('service", "Dashboard('second"));
    }
  }
}

function ended(cwd: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  return new Promise((resolve, reject) => {
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
}
