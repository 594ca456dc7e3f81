import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';

import { Refused } from './refused.ts';

export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Addresses that the page itself understands. */
const ROUTES = /^\/(?:$|d\/|alerts\/)/;

/**
 * A file of the page, or the page itself.
 *
 * @param folder holds the page; absolute
 * @param pathname of the URL, as it was sent
 * @throws Refused for what is not there, or outside of the folder
 */
export async function pageFile(folder: string, pathname: string): Promise<PageFile> {
  if (ROUTES.test(pathname)) return readPlain(folder, ['index.html']);
  // No name of ours has anything that would have to be encoded, so nothing is decoded.
  const parts = pathname.slice(1).split('/');
  if (!parts.every((part) => /^[\w@+-][\w.@+-]*$/.test(part))) throw notThere(pathname);
  return readPlain(folder, parts);
}

async function readPlain(folder: string, parts: readonly string[]): Promise<PageFile> {
  let file = folder;
  try {
    for (const [i, part] of parts.entries()) {
      file = path.join(file, part);
      const stat = await lstat(file);
      // A symbolic link may lead outside.
      if (i === parts.length - 1 ? !stat.isFile() : !stat.isDirectory()) throw notThere(part);
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { type, bytes: await readFile(file) };
  } catch {
    throw notThere(`/${parts.join('/')}`);
  }
}

function notThere(pathname: string): Refused {
  return new Refused(404, `there is no \`${pathname}\``);
}
