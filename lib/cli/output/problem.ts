import { existsSync } from 'node:fs';
import path from 'node:path';

import { type Diagnostic, systemReason } from '../../diagnostics/index.ts';

/** A file that dashc would have to replace, and did not write. */
export function foreignFile(file: string): Diagnostic {
  return {
    code: 'output/foreign',
    severity: 'error',
    message: 'dashc would replace this file, but did not write it',
    hint: `mv ${file} ${file}.mine`,
    where: { file, path: [] },
  };
}

export function blockedFile(file: string): Diagnostic {
  return {
    code: 'output/blocked',
    severity: 'error',
    message: 'dashc would write a file here, but something that is no file is in its place',
    hint: `mv ${file} ${file}.mine`,
    where: { file, path: [] },
  };
}

export function badManifest(file: string): Diagnostic {
  return {
    code: 'output/manifest',
    severity: 'error',
    message: 'this list of the files that dashc owns cannot be read',
    hint: `git checkout -- ${file}`,
    where: { file, path: [] },
  };
}

/**
 * What the file system refused.
 *
 * @param file absolute path of what was to be read or written
 * @param show how a path is named
 * @returns `undefined` for any other error
 */
export function refused(
  error: unknown,
  file: string,
  show: (file: string) => string,
): Diagnostic | undefined {
  const reason = systemReason(error);
  if (reason === undefined) return undefined;
  const inTheWay = /\((?:ENOTDIR|EEXIST)\)$/.test(reason);
  return {
    code: 'output/unwritable',
    severity: 'error',
    message: `the output cannot be written: ${reason}`,
    hint: 'make it writable, or pass another folder: dashc build --out DIR',
    where: { file: show(inTheWay ? nearestThere(file) : file), path: [] },
  };
}

/** The innermost part of a path that exists. */
function nearestThere(file: string): string {
  let at = file;
  while (!existsSync(at)) at = path.dirname(at);
  return at;
}
