import { posix } from 'node:path';

import { CONTENT, EVERYTHING, layerOf, mayImport } from './import-table.ts';
import { importsOf } from './imports-of.ts';

/**
 * What a file may not import, one line each; empty when all is well.
 *
 * @param file path from the root
 * @param exists whether there is a file at a path from the root: tells which folders have a door
 */
export function refusals(
  file: string,
  text: string,
  exists: (path: string) => boolean,
): readonly string[] {
  return importsOf(file, text).flatMap(({ to }) => {
    const reason = to.includes('/') && exists(to) ? ofFile(file, to, exists) : ofOther(file, to);
    return reason === undefined ? [] : [`${to}: ${reason}`];
  });
}

function ofFile(file: string, to: string, exists: (path: string) => boolean): string | undefined {
  const from = layerOf(file);
  const allowed = mayImport(from);
  if (allowed === undefined) return `${from} is not in the table`;
  if (allowed === EVERYTHING && !from.startsWith('lib/')) return undefined;
  const target = layerOf(to);
  if (target !== from && allowed !== EVERYTHING && !allowed.includes(target)) {
    return `${from} may not import ${target}`;
  }
  if (isOwnDoor(file, to)) return 'a file may not use its own door';
  const door = doorsOnTheWay(file, to, exists).find((each) => each !== to);
  return door === undefined ? undefined : `the door is ${door}`;
}

function ofOther(file: string, to: string): string | undefined {
  if (to.endsWith('.ts')) return 'there is no such file';
  const [top = ''] = file.split('/');
  return CONTENT.includes(top) ? 'content imports no packages' : undefined;
}

/** The `index.ts` of a folder that the file is in. That of lib/ is the authors', and the table says who may use it. */
function isOwnDoor(file: string, to: string): boolean {
  const folder = posix.dirname(to);
  return posix.basename(to) === 'index.ts' && folder !== 'lib' && file.startsWith(`${folder}/`);
}

/** The doors of the folders that an import enters, outermost first: folders of `to` that `file` is not in. */
function doorsOnTheWay(
  file: string,
  to: string,
  exists: (path: string) => boolean,
): readonly string[] {
  const doors: string[] = [];
  for (let folder = posix.dirname(to); folder !== '.'; folder = posix.dirname(folder)) {
    const door = `${folder}/index.ts`;
    // Content enters lib/ by its door, and stages, each being an entry, do not.
    if (folder !== 'lib' && !file.startsWith(`${folder}/`) && exists(door)) doors.unshift(door);
  }
  return doors;
}
