import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { runTool } from './run-tool.ts';

export interface DebianPackages {
  /** No dependency comes along: a library that a machine may lack is named too. */
  readonly names: readonly string[];
  /** Path in them of a program that answers `--version`; tried before they are used. */
  readonly proof: string;
}

/** promtool and prometheus are in the first, amtool and alertmanager in the second; both need libc alone. */
const PROMETHEUS: DebianPackages = {
  names: ['prometheus', 'prometheus-alertmanager'],
  proof: 'usr/bin/promtool',
};

/**
 * Downloads Debian's packages, Prometheus's where none are named, and unpacks them into `target`, without root and
 * without installing. Everything happens in a folder beside `target` that is renamed at the end: a half-unpacked
 * `target` is never seen, and of two processes that do this at once the second finds the work done.
 *
 * @returns why it failed, in a few words; `undefined` when `target` is there
 */
export function unpackDebianPackages(
  aptGet: string,
  target: string,
  packages: DebianPackages = PROMETHEUS,
): Promise<string | undefined> {
  const attempt = attempts.get(target) ?? attemptToUnpack(aptGet, target, packages);
  attempts.set(target, attempt);
  return attempt;
}

/** By `target`. Several tools wanted at once share one attempt, and without a network it is made only once. */
const attempts = new Map<string, Promise<string | undefined>>();

async function attemptToUnpack(
  aptGet: string,
  target: string,
  { names, proof }: DebianPackages,
): Promise<string | undefined> {
  const parent = dirname(target);
  let work: string;
  try {
    await mkdir(parent, { recursive: true });
    work = await mkdtemp(join(parent, 'unpack-'));
  } catch (error) {
    return `\`${parent}\` cannot be written (${codeOf(error)})`;
  }
  try {
    return (
      (await download(aptGet, work, names)) ??
      (await unpack(work, proof)) ??
      (await moveInto(join(work, 'root'), target))
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A fresh machine has no package lists, and the system's are root's to update: then private ones are fetched. */
async function download(
  aptGet: string,
  work: string,
  names: readonly string[],
): Promise<string | undefined> {
  const fetch = ['-q', 'download', ...names];
  const direct = await runTool(aptGet, fetch, { cwd: work });
  if (direct.exitCode === 0) return undefined;

  const state = join(work, 'state');
  const cache = join(work, 'cache');
  await mkdir(join(state, 'lists', 'partial'), { recursive: true });
  await mkdir(join(cache, 'archives', 'partial'), { recursive: true });
  // No sandbox user: when root runs this, apt must not change to its own user, who cannot write here.
  const options = [`Dir::State=${state}`, `Dir::Cache=${cache}`, 'APT::Sandbox::User='];
  const own = options.flatMap((option) => ['-o', option]);
  const update = await runTool(aptGet, [...own, '-q', 'update'], { cwd: work });
  const second = await runTool(aptGet, [...own, ...fetch], { cwd: work });
  if (second.exitCode === 0) return undefined;
  // Without a network the update only warns, and the download then knows no package.
  return `apt-get download failed (${firstError(update.stderr + second.stderr)})`;
}

async function unpack(work: string, proof: string): Promise<string | undefined> {
  for (const file of (await readdir(work)).filter((name) => name.endsWith('.deb'))) {
    const run = await runTool('dpkg-deb', ['-x', file, 'root'], { cwd: work });
    if (run.exitCode !== 0) return `dpkg-deb failed on ${file} (${firstError(run.stderr)})`;
  }
  const run = await runTool(join(work, 'root', proof), ['--version']);
  return run.exitCode === 0 ? undefined : 'what was unpacked does not run here';
}

async function moveInto(from: string, target: string): Promise<string | undefined> {
  try {
    await rename(from, target);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    // Another process was faster: its packages are as good as ours.
    return code === 'ENOTEMPTY' || code === 'EEXIST'
      ? undefined
      : `\`${target}\` cannot be written (${code})`;
  }
}

function firstError(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /^[EW]:/.test(line)) ?? lines[0] ?? 'no message').slice(0, 200);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
