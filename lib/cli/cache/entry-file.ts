import { closeSync, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';

import { sha256 } from './hash.ts';

/** A text in an entry. */
export interface Stored {
  /** Offset in the file. */
  readonly at: number;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
}

/**
 * Writes an entry beside its place: texts one after the other, then what is known about them as JSON, then the length and
 * the hash of that JSON. `commit` puts all of it in its place at once.
 */
export class EntryWriter {
  readonly #file: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  #at = 0;
  #open = true;

  /** @throws the file system's error, as all methods do */
  constructor(file: string) {
    this.#file = file;
    this.#temporary = `${file}.${process.pid}`;
    this.#descriptor = openSync(this.#temporary, 'w');
  }

  add(text: string): Stored {
    const [at, bytes] = [this.#at, Buffer.from(text)];
    this.#write(bytes);
    return { at, size: bytes.length, sha256: sha256(bytes) };
  }

  finish(value: unknown): void {
    const json = Buffer.from(JSON.stringify(value));
    this.#write(json);
    this.#write(Buffer.from(footerOf(json)));
    this.#close();
  }

  commit(): void {
    renameSync(this.#temporary, this.#file);
  }

  abandon(): void {
    this.#close();
    rmSync(this.#temporary, { force: true });
  }

  #write(bytes: Buffer): void {
    for (let done = 0; done < bytes.length;) done += writeSync(this.#descriptor, bytes, done);
    this.#at += bytes.length;
  }

  #close(): void {
    if (this.#open) closeSync(this.#descriptor);
    this.#open = false;
  }
}

/** What an entry says about its texts; `undefined` where there is none, or it is not as it was written. */
export function readEntry(file: string): unknown {
  return reading(file, (descriptor) => {
    const end = fstatSync(descriptor).size - FOOTER;
    const footer = readAt(descriptor, end, FOOTER).toString('latin1');
    const length = Number.parseInt(footer.slice(0, LENGTH), 16);
    const json = readAt(descriptor, end - length, length);
    return footerOf(json) === footer ? (JSON.parse(json.toString()) as unknown) : undefined;
  });
}

/** A text of an entry; `undefined` where it is not what was written. */
export function readStored(file: string, stored: Stored): string | undefined {
  return reading(file, (descriptor) => {
    const bytes = readAt(descriptor, stored.at, stored.size);
    return sha256(bytes) === stored.sha256 ? bytes.toString() : undefined;
  });
}

function footerOf(json: Buffer): string {
  return json.length.toString(16).padStart(LENGTH, '0') + sha256(json);
}

const LENGTH = 12;
const FOOTER = LENGTH + 64;

/** Whatever is wrong with an entry, it is as good as none. */
function reading<T>(file: string, read: (descriptor: number) => T): T | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    return read(descriptor);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** @throws where the file ends before */
function readAt(descriptor: number, at: number, size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let done = 0; done < size;) {
    const read = readSync(descriptor, bytes, done, size - done, at + done);
    if (read === 0) throw new RangeError('the file is shorter');
    done += read;
  }
  return bytes;
}
