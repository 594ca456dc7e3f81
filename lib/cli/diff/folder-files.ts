import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { globSync } from 'tinyglobby';

import type { ReviewFile } from '../../review/index.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The text files of a folder.
 *
 * @param folder absolute
 * @param isSystem whether a folder in it is a system
 * @throws UsageError
 */
export function folderFiles(
  folder: string,
  shown: string,
  isSystem: (name: string) => boolean,
): ReviewFile[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new UsageError(`there is no folder \`${shown}\``);
  }
  const files = globSync('**/*', {
    cwd: folder,
    dot: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
  });
  return files.sort().flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    if (text.includes('\0')) return [];
    const [name = ''] = file.split('/');
    return [{ path: file, text, ...(isSystem(name) ? { system: name } : {}) }];
  });
}

/** Whether dashc wrote the folder of this name in `folder`, so that it is a system. */
export function isWritten(folder: string, name: string): boolean {
  return ['.dashc-manifest.json', '.dashc-sync.json'].some((manifest) =>
    existsSync(path.join(folder, name, manifest)),
  );
}
