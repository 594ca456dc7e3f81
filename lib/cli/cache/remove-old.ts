import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/** Removes the least recently used entries beyond what a cache may take. */
export function removeOld(folder: string, { entries, bytes } = LIMITS): void {
  if (!existsSync(folder)) return;
  const files = readdirSync(folder)
    .flatMap((name) => {
      const file = path.join(folder, name);
      // Another build may have removed it.
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ file, used: stat.mtimeMs, size: stat.size }];
    })
    .sort((a, b) => b.used - a.used);
  let total = 0;
  for (const [index, { file, size }] of files.entries()) {
    total += size;
    if (index >= entries || total > bytes) rmSync(file, { force: true });
  }
}

const LIMITS = { entries: 100, bytes: 2 ** 30 };
