import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
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

/** What made the data: this file holds all of dashc. */
function generator(): string {
  const bundle = createHash('sha256').update(readFileSync(__filename)).digest('hex');
  return `${packageVersion()} ${bundle}`;
}
