import { existsSync } from 'node:fs';
import path from 'node:path';

import { findContent } from '../load/index.ts';
import { unknownName, UsageError } from './usage-error.ts';

/**
 * The folder with `systems/` that `cwd` is in, so that a command gives the same result in all of its folders.
 *
 * @throws UsageError
 */
export function projectRoot(cwd: string): string {
  for (let folder = cwd; ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, 'systems'))) return folder;
    if (folder === path.dirname(folder)) break;
  }
  throw new UsageError(
    'no project here: there is no folder `systems` in this folder or above it; create `systems/<name>/index.ts`',
  );
}

/**
 * Refuses a system that is not there.
 *
 * @throws UsageError
 */
export function checkSystem(root: string, system: string | undefined): void {
  if (system === undefined) return;
  const names = systemNames(root);
  if (!names.includes(system)) throw unknownName('system', system, names);
}

/** Of the project whose root this is. */
export function systemNames(root: string): readonly string[] {
  return findContent(root).systems.map(({ name }) => name);
}
