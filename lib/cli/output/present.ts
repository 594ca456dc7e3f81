import { lstatSync, readFileSync } from 'node:fs';

/** What stands where a file has to be. */
export type Present = 'missing' | 'same' | 'different' | 'blocked';

/**
 * Compares a file on disk with what it has to be. `blocked`: something that is no file stands there.
 *
 * @throws the file system's error, when the file cannot be read
 */
export function comparePresent(file: string, text: string, executable: boolean): Present {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 'missing';
  if (!stat.isFile()) return 'blocked';
  const bytes = Buffer.from(text);
  if (stat.size !== bytes.length || (stat.mode & OWNER_RUNS) > 0 !== executable) return 'different';
  return readFileSync(file).equals(bytes) ? 'same' : 'different';
}

const OWNER_RUNS = 0o100;
