import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder in the output, on its file system, where files are written before any of them is put in place by `rename`: a
 * reader sees the old file or the new one, and a failed build changes nothing.
 *
 * Flushing each file to the disk is left out: it costs more than the build, and after a crash the next run compares the
 * bytes and completes what is missing.
 */
export class Staging {
  readonly #out: string;
  readonly #folder: string;
  /** The outermost folder that had to be made for this one. */
  #made: string | undefined;
  #count = 0;

  constructor(out: string) {
    this.#out = out;
    this.#folder = path.join(out, `.dashc-${process.pid}`);
  }

  /**
   * Writes a file here.
   *
   * @returns where it is
   * @throws the file system's error
   */
  write(text: string, executable: boolean): string {
    if (this.#count === 0) this.#made = makeFolder(this.#folder);
    const file = path.join(this.#folder, String(this.#count++));
    writeFileSync(file, text, { mode: executable ? 0o755 : 0o644 });
    return file;
  }

  /**
   * Removes what is still here and what dead processes left, and the output folder where this made it and nothing is in
   * it.
   */
  close(): void {
    removeLeftovers(this.#out);
    if (this.#count === 0) return;
    rmSync(this.#folder, { recursive: true, force: true });
    if (this.#made !== undefined) removeEmpty(this.#out, path.dirname(this.#made));
  }
}

/**
 * Makes a folder with all above it. Node's own `recursive` never returns where a file system refuses with ENOENT, as
 * `/proc` does.
 *
 * @returns the outermost one that had to be made
 */
export function makeFolder(folder: string): string | undefined {
  if (existsSync(folder)) return undefined;
  const above = makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return above ?? folder;
}

/** Removes `folder` and its parents below `top`, as long as they are empty. */
export function removeEmpty(folder: string, top: string): void {
  for (let at = folder; at !== top && at.startsWith(top); at = path.dirname(at)) {
    try {
      rmdirSync(at);
    } catch {
      return;
    }
  }
}

/** Removes the folders of processes that died before they could; what cannot be removed does no harm. */
function removeLeftovers(out: string): void {
  try {
    for (const name of readdirSync(out)) {
      const pid = /^\.dashc-(\d+)$/.exec(name)?.[1];
      if (pid !== undefined && !isRunning(Number(pid))) {
        rmSync(path.join(out, name), { recursive: true, force: true });
      }
    }
  } catch {
    return;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
