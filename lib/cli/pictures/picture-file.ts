import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { sync as writeFileAtomic } from 'write-file-atomic';

/** A part of a file's name, whatever it contains: an older dashboard may have any uid. */
export function fileNamePart(text: string): string {
  return encodeURIComponent(text).replaceAll('%', '_') || '_';
}

/** Writes a whole file or none, and makes the folders it is in. */
export function writePicture(file: string, content: Buffer | string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileAtomic(file, content);
}
