import { posix } from 'node:path';

import ts from 'typescript';

export interface Import {
  /** Path from the root for a relative import, else the name of the package. */
  readonly to: string;
  /** Gone at run time. */
  readonly typeOnly: boolean;
}

/** All imports and re-exports of a file, static and dynamic, in order. */
export function importsOf(file: string, text: string): Import[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName, pos }) => ({
    to: fileName.startsWith('.') ? posix.join(posix.dirname(file), fileName) : fileName,
    typeOnly: isTypeOnly(text.slice(0, pos)),
  }));
}

/** `head` ends before the quoted name: `import type { A } from `, `import { type A, type B } from `. */
function isTypeOnly(head: string): boolean {
  const clause = /\b(?:import|export)\b([^'";()]*)$/.exec(head)?.[1]?.trim() ?? '';
  if (clause.startsWith('type ')) return true;
  const named = /^\{([^}]*)\}/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return named !== undefined && named.every((name) => name.trim().startsWith('type '));
}
