import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

import { sha256 } from './hash.ts';

/** A check of types that found nothing. */
export interface CleanTypes {
  /** Hash of the content and the configuration. */
  readonly key: string;
  /** Hashes of all else that was read, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Whether everything is as it was when nothing was found. */
export function typesAreClean(file: string, key: string): boolean {
  try {
    // Written by us and as a whole: what does not look like it fails below.
    const clean = JSON.parse(readFileSync(file, 'utf8')) as CleanTypes;
    return (
      clean.key === key &&
      Object.entries(clean.files).every(([name, hash]) => sha256(readFileSync(name)) === hash)
    );
  } catch {
    // Not there, damaged, or a file that was read is gone.
    return false;
  }
}

/** A folder or disk that refuses is no harm: types are checked again. */
export function keepCleanTypes(file: string, clean: CleanTypes): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileAtomic(file, JSON.stringify(clean), { fsync: false });
  } catch {
    return;
  }
}
