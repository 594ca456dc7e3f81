import { SingleBar } from 'cli-progress';

import type { Io } from '../io.ts';

/** How far a long import is, on a terminal only. */
export class Progress {
  readonly #bar: SingleBar | undefined;

  constructor(io: Pick<Io, 'color'>, total: number) {
    // Where news are not in colour nobody watches them.
    if (!io.color.err) return;
    this.#bar = new SingleBar({
      format: '{bar} {value}/{total} files, {duration_formatted}',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    });
    this.#bar.start(total, 0);
  }

  advance(): void {
    this.#bar?.increment();
  }

  stop(): void {
    this.#bar?.stop();
  }
}
