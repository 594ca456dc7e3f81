import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { toolPlaces } from '../../lib/cli/tool-places.ts';
import { findTool, firstExecutable, runTool, unpackDebianPackages } from '../../lib/prove/index.ts';
import { versionIn } from './version.ts';

/** A program that can be started. */
export interface Program {
  readonly name: string;
  /** Absolute path. */
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A program that is not on this machine and cannot be fetched. */
export class MissingProgram extends Error {
  override readonly name = 'MissingProgram';
}

const PLACES = toolPlaces(join(__dirname, '..', '..'));
const UNPACKED = join(PLACES.toolsDir, 'exporters');

/** The exporters and Redis with the libraries that a bare machine lacks. PostgreSQL needs too many: it has to be installed. */
const PACKAGES = {
  names: [
    'prometheus-node-exporter',
    'prometheus-postgres-exporter',
    'prometheus-redis-exporter',
    'redis-server',
    'redis-tools',
    'libatomic1',
    'libjemalloc2',
    'liblzf1',
  ],
  proof: 'usr/bin/prometheus-node-exporter',
} as const;

/**
 * Finds a program on `PATH` or where Debian keeps PostgreSQL's; else, where it can be, unpacks Debian's package into
 * `.tools/`, which needs apt-get but no root.
 *
 * @param names file names, the likeliest first
 * @throws MissingProgram with what to install
 */
export async function findProgram(
  names: readonly [string, ...string[]],
  debian: string,
): Promise<Program> {
  const [name] = names;
  const folders = [...PLACES.searchPath, ...postgresFolders()];
  const installed = await firstExecutable(folders, names);
  if (installed !== undefined) return { name, path: installed, env: {} };

  let reason = 'it is not on PATH';
  if ((PACKAGES.names as readonly string[]).includes(debian)) {
    const aptGet = await firstExecutable(folders, ['apt-get']);
    if (!existsSync(UNPACKED) && aptGet !== undefined) {
      reason = (await unpackDebianPackages(aptGet, UNPACKED, PACKAGES)) ?? reason;
    }
    const path = await firstExecutable([join(UNPACKED, 'usr', 'bin')], names);
    if (path !== undefined) return { name, path, env: { LD_LIBRARY_PATH: libraries() } };
  }
  throw new MissingProgram(
    `\`${name}\` is missing: ${reason}\n  hint: apt-get install ${debian}, or put it on PATH`,
  );
}

/**
 * Prometheus, found as everything else of the project finds it.
 *
 * @throws MissingProgram with what to install
 */
export async function findPrometheus(): Promise<Program> {
  const tool = await findTool('prometheus', PLACES);
  if (tool.path !== undefined) return { name: tool.name, path: tool.path, env: {} };
  throw new MissingProgram(`${tool.message}\n  hint: ${tool.hint}`);
}

/** What a program says its version is; `0` where it says nothing. */
export async function versionOf({ path, env }: Program): Promise<string> {
  const run = { env: { ...process.env, ...env } };
  const { stdout, stderr } = await runTool(path, ['--version'], run);
  return versionIn(stdout + stderr) ?? '0';
}

/** Debian keeps the programs of each version in a folder of its own, the newest last. */
function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, 'bin'));
}

/** `usr/lib/<architecture>-linux-gnu`, whichever this machine's is. */
function libraries(): string {
  const root = join(UNPACKED, 'usr', 'lib');
  const folders = readdirSync(root).filter((name) => name.includes('-linux-'));
  return folders.map((name) => join(root, name)).join(delimiter);
}
