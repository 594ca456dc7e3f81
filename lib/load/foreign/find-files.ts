import { statSync } from 'node:fs';
import path from 'node:path';

import { globSync } from 'tinyglobby';

/** A file that was asked for. */
export interface FoundFile {
  /** Absolute. */
  readonly absolute: string;
  /** Relative to the working folder where it is inside, always with `/`. */
  readonly file: string;
  /** Found in a folder or by a pattern, so that it may be about something else. */
  readonly guessed: boolean;
}

/**
 * The files that are meant by names of files and folders and by glob patterns, sorted, each once.
 *
 * @param extensions of the files that are looked for in a folder, without the dot
 * @returns also the names by which nothing was found
 */
export function findFiles(
  cwd: string,
  names: readonly string[],
  extensions: readonly string[],
): { readonly files: readonly FoundFile[]; readonly missing: readonly string[] } {
  const found = new Map<string, FoundFile>();
  const missing: string[] = [];
  for (const name of names) {
    const absolute = path.resolve(cwd, name);
    const stat = statSync(absolute, { throwIfNoEntry: false });
    const files = stat?.isFile() === true ? [absolute] : search(cwd, name, stat, extensions);
    if (files.length === 0) missing.push(name);
    for (const file of files) {
      const guessed = stat?.isFile() !== true && found.get(file)?.guessed !== false;
      found.set(file, { absolute: file, file: shown(cwd, file), guessed });
    }
  }
  const files = [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { files, missing };
}

function search(
  cwd: string,
  name: string,
  stat: { isDirectory(): boolean } | undefined,
  extensions: readonly string[],
): readonly string[] {
  if (stat?.isDirectory() === true) {
    const pattern = extensions.map((extension) => `**/*.${extension}`);
    const options = {
      cwd: path.resolve(cwd, name),
      absolute: true,
      ignore: ['**/node_modules/**'],
    };
    return globSync(pattern, options);
  }
  return globSync(name.split(path.sep).join('/'), { cwd, absolute: true });
}

function shown(cwd: string, file: string): string {
  const relative = path.relative(cwd, file);
  const outside = relative.startsWith('..') || path.isAbsolute(relative);
  return (outside ? file : relative).split(path.sep).join('/');
}
