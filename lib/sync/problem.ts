import { type Diagnostic, systemReason } from '../diagnostics/index.ts';

/** A file in the way that dashc did not write. */
export function foreign(file: string): Diagnostic {
  return {
    code: 'sync/foreign',
    severity: 'error',
    message: 'this file has to be replaced, but dashc did not write it',
    hint: `mv ${file} ${file}.mine`,
    where: { file, path: [] },
  };
}

/** A file of ours that is no longer what we wrote. */
export function drifted(file: string): Diagnostic {
  return {
    code: 'sync/drift',
    severity: 'error',
    message: 'this file was changed by hand since the last sync',
    hint: 'take the change over into the sources, or overwrite it: --force',
    where: { file, path: [] },
  };
}

/** @param what stands there: `a symbolic link` */
export function blocked(file: string, what: string): Diagnostic {
  return {
    code: 'sync/blocked',
    severity: 'error',
    message: `${what} stands in the way, which is never followed or replaced`,
    hint: `mv ${file} ${file}.mine`,
    where: { file, path: [] },
  };
}

export function badManifest(file: string): Diagnostic {
  return {
    code: 'sync/manifest',
    severity: 'error',
    message: 'this list of the files that dashc owns cannot be read',
    hint: `mv ${file} ${file}.broken`,
    where: { file, path: [] },
  };
}

/** Somebody else wrote while the sync ran. */
export function changedMeanwhile(file: string): Diagnostic {
  return {
    code: 'sync/changed-meanwhile',
    severity: 'error',
    message: 'this file changed while it was to be synced, and was left as it is',
    hint: 'look at it, and run the sync again',
    where: { file, path: [] },
  };
}

export function locked(folder: string): Diagnostic {
  return {
    code: 'sync/locked',
    severity: 'error',
    message: 'another sync is at work in this folder',
    hint: 'wait for it, and run this again',
    where: { file: folder, path: [] },
  };
}

/** What the file system refused; `undefined` for any other error. */
export function refused(error: unknown, file: string): Diagnostic | undefined {
  const reason = systemReason(error);
  if (reason === undefined) return undefined;
  return {
    code: 'sync/unwritable',
    severity: 'error',
    message: `the folder cannot be synced: ${reason}`,
    hint: 'mend it, and run the same sync again: it completes what is missing',
    where: { file, path: [] },
  };
}
