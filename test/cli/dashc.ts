import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';

/** What a process printed, and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const BIN = path.resolve('bin/dashc.js');

/** Makes `dist/` of the sources as they are. */
export function compileDashc(): void {
  execFileSync(process.execPath, ['scripts/compile.mjs'], { stdio: 'inherit' });
}

interface RunOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly bin?: string;
  readonly uid?: number;
}

/** Runs the real command line. */
export function dashc(args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, input = '', env = {}, bin = BIN, uid } = options;
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: '1', ...env },
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdin.on('error', () => undefined).end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}

/** The printed text without what differs from run to run. */
export function stable(text: string): string {
  return text.replace(/\(\d+ ms\)/g, '(… ms)');
}
