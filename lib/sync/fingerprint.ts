import { createHash } from 'node:crypto';

/** SHA-256 of a file's bytes in hexadecimal, with `+x` after it where the file is started. */
export type Fingerprint = string;

/** @returns what tells two files of one path apart */
export function fingerprint(bytes: string | Uint8Array, executable: boolean): Fingerprint {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return executable ? `${hash}+x` : hash;
}
