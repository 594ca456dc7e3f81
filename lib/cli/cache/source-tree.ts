import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';

import { hashOf } from './hash.ts';

/**
 * The content folders at one moment: hashes of all files in them, by path relative to the project's root, with `/`, sorted.
 */
export type SourceTree = ReadonlyMap<string, string>;

/** Reads every file of the content folders; `undefined` where one cannot be read. */
export function readSourceTree(root: string): SourceTree | undefined {
  const files = new Map<string, string>();
  try {
    for (const folder of CONTENT_FOLDERS) {
      if (existsSync(path.join(root, folder))) addFolder(root, folder, files);
    }
  } catch {
    return undefined;
  }
  return files;
}

const CONTENT_FOLDERS = ['alerts', 'dashboards', 'systems'] as const;

function addFolder(root: string, folder: string, files: Map<string, string>): void {
  const entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFolder(root, file, files);
    else if (entry.isSymbolicLink()) files.set(file, linkHash(path.join(root, file)));
    else if (entry.isFile()) files.set(file, hashOf(readFileSync(path.join(root, file))));
  }
}

/** A link to a folder is known by where it leads: what is imported through it is looked at by itself. */
function linkHash(file: string): string {
  const to = readlinkSync(file);
  try {
    return hashOf(to, readFileSync(file));
  } catch {
    return hashOf(to);
  }
}

/** Whether nothing was changed between two looks. */
export function sameTree(a: SourceTree, b: SourceTree): boolean {
  return a.size === b.size && [...a].every(([file, hash]) => b.get(file) === hash);
}
