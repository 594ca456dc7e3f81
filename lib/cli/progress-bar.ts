import { SingleBar } from 'cli-progress';

import type { Io } from './io.ts';

/** A bar on the terminal while something runs; nothing where nobody looks. */
export interface ProgressBar {
  start(total: number): void;
  add(count: number): void;
  stop(): void;
}

/** `noun` is what is counted: `'mutants'`. */
export function progressBar(io: Io, noun: string): ProgressBar {
  // The news go to the standard error, and only a terminal can move its cursor back.
  if (!io.color.err) return { start: () => undefined, add: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `{bar} {value}/{total} ${noun}, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  return {
    start: (total) => bar.start(total, 0),
    add: (count) => bar.increment(count),
    stop: () => bar.stop(),
  };
}
