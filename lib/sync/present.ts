import { lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { type Fingerprint, fingerprint } from './fingerprint.ts';

/** What stands where a file has to be. */
export type Present =
  | { readonly kind: 'missing' }
  | { readonly kind: 'file'; readonly fingerprint: Fingerprint }
  /** Neither a file nor nothing; or a part of the path above is no folder of this one. */
  | { readonly kind: 'blocked'; readonly by: string; readonly what: string };

/**
 * Looks at a path below a folder. Symbolic links are not followed, the folder itself included: they may lead outside.
 *
 * @param below relative to `folder`, with `/`
 * @throws the file system's error, when the file cannot be read
 */
export function presentAt(folder: string, below: string): Present {
  const parts = below.split('/');
  for (let length = 0; length < parts.length; length++) {
    const at = parts.slice(0, length).join('/') || '.';
    const stat = lstatSync(path.join(folder, at), { throwIfNoEntry: false });
    if (stat === undefined) return { kind: 'missing' };
    if (!stat.isDirectory()) {
      return { kind: 'blocked', by: at, what: stat.isSymbolicLink() ? LINK : 'a file' };
    }
  }
  const file = path.join(folder, below);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return { kind: 'missing' };
  if (stat.isSymbolicLink()) return { kind: 'blocked', by: below, what: LINK };
  if (stat.isDirectory()) return { kind: 'blocked', by: below, what: 'a folder' };
  if (!stat.isFile()) return { kind: 'blocked', by: below, what: 'something that is no file' };
  const executable = (stat.mode & OWNER_RUNS) > 0;
  return { kind: 'file', fingerprint: fingerprint(readFileSync(file), executable) };
}

/** @returns whether both looks saw the same */
export function samePresent(a: Present, b: Present): boolean {
  if (a.kind === 'file' && b.kind === 'file') return a.fingerprint === b.fingerprint;
  return a.kind === 'missing' && b.kind === 'missing';
}

const LINK = 'a symbolic link';
const OWNER_RUNS = 0o100;
