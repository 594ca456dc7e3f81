import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { BlockCache, Workplace, type WorldTools } from '../prove/index.ts';
import { packageVersion } from './package-root.ts';
import { requireTool } from './tool-places.ts';

/**
 * Makes what worlds are started with, in a temporary folder. Whoever asks has to close its `workplace`.
 *
 * @throws UsageError where a program is missing, Failure where there is no room
 */
export async function worldTools(root: string): Promise<WorldTools> {
  const promtool = await requireTool('promtool', root);
  const prometheus = await requireTool('prometheus', root);
  const cache = new BlockCache(cacheFolder(root));
  const workplace = new Workplace(tmpdir());
  return { promtool, prometheus, workplace, cache, generator: generator() };
}

/** Beside the packages, where there are any; else with everything temporary. */
function cacheFolder(root: string): string {
  const modules = path.join(root, 'node_modules');
  return existsSync(modules)
    ? path.join(modules, '.cache', 'dashc', 'worlds')
    : path.join(tmpdir(), 'dashc-worlds');
}

/** What made the data: this file where it holds all of dashc, else the sources that make them. */
function generator(): string {
  const sources = path.join(__dirname, '..', 'prove');
  const names = __filename.endsWith('.ts')
    ? readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(isSource)
    : [];
  const files = [__filename, ...names.sort().map((name) => path.join(sources, name))];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return `${packageVersion()} ${hash.digest('hex')}`;
}

function isSource(name: string): boolean {
  return name.endsWith('.ts');
}
