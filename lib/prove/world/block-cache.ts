import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { cp, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What is known of an entry besides its files. */
export type Facts = Readonly<Record<string, number>>;

interface Sums {
  readonly facts: Facts;
  /** SHA-256 by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Written last: an entry without it is not finished. */
const SUMS = 'sums.json';

/** Bytes of all entries together; what was not used for longest goes first. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Folders of blocks by key. Users get copies, so that an entry can go at any time, and a damaged one is made anew. Several
 * processes may share a cache: an entry appears whole or not at all.
 */
export class BlockCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Puts the blocks of a key into `data`.
   *
   * @param work folder for what is not finished
   * @param make makes the blocks in the folder that it is given
   */
  async use(
    key: string,
    data: string,
    work: string,
    make: (folder: string) => Promise<Facts>,
  ): Promise<Facts> {
    const entry = join(this.#folder, key);
    const known = await this.#take(entry, data);
    if (known !== undefined) return known;
    const made = join(work, `made-${key}`);
    await mkdir(made, { recursive: true });
    const facts = await make(made);
    const files = await sumsOf(made);
    await place(made, Object.keys(files), data);
    await this.#keep(made, entry, { facts, files });
    return facts;
  }

  /** Whether there is an entry, damaged or not. */
  has(key: string): boolean {
    return readSums(join(this.#folder, key)) !== undefined;
  }

  /** Removes what was not used for longest, where all together is too much, and what was never finished. */
  evict(now: Date): void {
    const entries = foldersIn(this.#folder).map((name) => {
      const folder = join(this.#folder, name);
      return { folder, bytes: bytesIn(folder), used: usedAt(folder), done: readSums(folder) };
    });
    let left = MOST_BYTES;
    for (const { folder, bytes, used, done } of entries.sort((a, b) => b.used - a.used)) {
      left -= bytes;
      const isAbandoned = done === undefined && now.getTime() - used > 3_600_000;
      if (left < 0 || isAbandoned) rmSync(folder, { recursive: true, force: true });
    }
  }

  async #take(entry: string, data: string): Promise<Facts | undefined> {
    const sums = readSums(entry);
    if (sums === undefined) return undefined;
    try {
      for (const [file, sum] of Object.entries(sums.files)) {
        if (sumOf(await readFile(join(entry, file))) !== sum) throw new Error(`${file} is damaged`);
      }
      await place(entry, Object.keys(sums.files), data);
      const now = new Date();
      utimesSync(join(entry, SUMS), now, now);
      return sums.facts;
    } catch {
      // Damaged, or removed by somebody meanwhile.
      await rm(entry, { recursive: true, force: true });
      return undefined;
    }
  }

  /** A cache that cannot be written is none: the next run makes the blocks again. */
  async #keep(made: string, entry: string, sums: Sums): Promise<void> {
    const unfinished = `${entry}.${process.pid}`;
    try {
      await mkdir(this.#folder, { recursive: true });
      await cp(made, unfinished, { recursive: true });
      await writeFile(join(unfinished, SUMS), JSON.stringify(sums));
      await rename(unfinished, entry);
    } catch {
      await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    }
    await rm(made, { recursive: true, force: true });
  }
}

/** Links where that can be: nobody changes a file of a block. */
async function place(from: string, files: readonly string[], data: string): Promise<void> {
  for (const file of files) {
    const target = join(data, file);
    await mkdir(dirname(target), { recursive: true });
    await link(join(from, file), target).catch(() => cp(join(from, file), target));
  }
}

async function sumsOf(folder: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    sums[file.slice(folder.length + 1)] = sumOf(await readFile(file));
  }
  return sums;
}

function sumOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function readSums(entry: string): Sums | undefined {
  try {
    return JSON.parse(readFileSync(join(entry, SUMS), 'utf8')) as Sums;
  } catch {
    return undefined;
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Another process may be finishing the folder, or removing it: then it counts for nothing. */
function bytesIn(folder: string): number {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.reduce(
      (sum, entry) =>
        entry.isFile() ? sum + (statOf(join(entry.parentPath, entry.name))?.size ?? 0) : sum,
      0,
    );
  } catch {
    return 0;
  }
}

function usedAt(folder: string): number {
  return (statOf(join(folder, SUMS)) ?? statOf(folder))?.mtimeMs ?? 0;
}

function statOf(file: string) {
  return statSync(file, { throwIfNoEntry: false });
}
