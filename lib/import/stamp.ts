import { createHash } from 'node:crypto';

const NOTE =
  '// Made by `dashc import`. Yours to edit: the next import leaves an edited file alone without --force.';

/**
 * The text with a head that tells whether it was edited since.
 *
 * @example
 * isUntouched(stamped('export const a = 1;\n')) // true
 */
export function stamped(text: string): string {
  return `${NOTE}\n// dashc-import ${hashOf(text)}\n\n${text}`;
}

/** Whether a file is as an import wrote it. Line ends do not count: version control may change them. */
export function isUntouched(file: string): boolean {
  const text = file.replaceAll('\r\n', '\n');
  const [, hash, rest = ''] = HEAD.exec(text) ?? [];
  return hash !== undefined && hash === hashOf(rest);
}

/** The text below the head that `stamped` has put on it. */
export function bodyOf(file: string): string {
  const [, , rest = file] = HEAD.exec(file.replaceAll('\r\n', '\n')) ?? [];
  return rest;
}

const HEAD = /^\/\/ Made by `dashc import`.*\n\/\/ dashc-import ([0-9a-f]{16})\n\n([^]*)$/;

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
