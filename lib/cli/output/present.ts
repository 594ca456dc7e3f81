import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';

import type { Artifact } from '../../emit/index.ts';

/** What stands where a file has to be. */
export type Present = 'missing' | 'same' | 'different' | 'blocked';

/**
 * Compares a file on disk with what it has to be. `blocked`: something that is no file stands there.
 *
 * @throws the file system's error, when the file cannot be read
 */
export function comparePresent(file: string, artifact: Artifact): Present {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat === undefined) return 'missing';
  if (!stat.isFile()) return 'blocked';
  const executable = artifact.mode !== undefined;
  if ((stat.mode & OWNER_RUNS) > 0 !== executable) return 'different';
  return holds(file, stat.size, artifact) ? 'same' : 'different';
}

function holds(file: string, size: number, artifact: Artifact): boolean {
  const { sha256 } = artifact;
  if (sha256 !== undefined)
    return createHash('sha256').update(readFileSync(file)).digest('hex') === sha256;
  const bytes = Buffer.from(artifact.text);
  return size === bytes.length && readFileSync(file).equals(bytes);
}

const OWNER_RUNS = 0o100;
