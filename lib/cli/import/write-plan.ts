import { existsSync, lstatSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isUntouched, type PlannedFile, stamped } from '../../import/index.ts';
import { makeFolder } from '../output/index.ts';

/** What happened to one file. */
export interface WrittenFile {
  readonly path: string;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'edited' | 'refused';
  readonly reason?: string;
}

/**
 * Writes the files of a plan, each whole or not at all: all are written beside their places first. A file that was
 * edited by hand stays as it is unless it is forced.
 *
 * @param root absolute
 */
export function writePlan(
  root: string,
  files: readonly PlannedFile[],
  force: boolean,
): readonly WrittenFile[] {
  const staged: { readonly from: string; readonly to: string }[] = [];
  const result: WrittenFile[] = [];
  try {
    for (const file of files) {
      const to = path.join(root, file.path);
      const text = file.merged === true ? file.text : stamped(file.text);
      const outcome = outcomeOf(to, text, file, force);
      result.push({ path: file.path, ...outcome });
      if (outcome.outcome !== 'new' && outcome.outcome !== 'changed') continue;
      makeFolder(path.dirname(to));
      const from = `${to}.dashc-${process.pid}`;
      staged.push({ from, to });
      writeFileSync(from, text);
    }
    for (const { from, to } of staged) renameSync(from, to);
    return result;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [...result, { path: '', outcome: 'refused', reason: message }];
  } finally {
    for (const { from } of staged) rmSync(from, { force: true });
  }
}

function outcomeOf(
  to: string,
  text: string,
  { merged, once }: PlannedFile,
  force: boolean,
): Omit<WrittenFile, 'path'> {
  if (!existsSync(to)) return { outcome: 'new' };
  if (!lstatSync(to).isFile()) return { outcome: 'refused', reason: 'it is no file' };
  if (once === true) return { outcome: 'unchanged' };
  const present = readFileSync(to, 'utf8');
  if (present === text) return { outcome: 'unchanged' };
  return merged === true || force || isUntouched(present)
    ? { outcome: 'changed' }
    : { outcome: 'edited', reason: 'it was edited by hand; --force replaces it' };
}
