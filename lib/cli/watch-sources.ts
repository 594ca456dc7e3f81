import path from 'node:path';

import { watch } from 'chokidar';

import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

/**
 * Runs `once`, and again whenever a source changes, until the process is told to end. What a run finds is printed; the
 * next change is another chance.
 *
 * @param root of the project; absolute
 * @returns what the last run returned
 */
export async function watchSources(
  io: Io,
  root: string,
  once: () => Promise<ExitCode>,
): Promise<ExitCode> {
  const sources = ['systems', 'dashboards', 'alerts'].map((name) => path.join(root, name));
  let changed = false;
  let wake: () => void = () => undefined;
  const watcher = watch(sources, { ignoreInitial: true });
  watcher.on('all', () => {
    changed = true;
    wake();
  });
  let ended = false;
  const end = () => {
    ended = true;
    wake();
  };
  // Not `once`: the library of the lock ends the process where it sees no other listener.
  process.on('SIGINT', end).on('SIGTERM', end);
  try {
    let code = await once();
    for (;;) {
      io.err('waiting for changes; end with Ctrl-C\n');
      while (!changed && !ended) await new Promise<void>((resolve) => (wake = resolve));
      if (ended) return code;
      await quiet(
        () => changed,
        () => (changed = false),
      );
      code = await once();
    }
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
    await watcher.close();
  }
}

/** Editors write in several steps, and a branch is many files: waits until nothing changed for a moment. */
async function quiet(changed: () => boolean, seen: () => void): Promise<void> {
  while (changed()) {
    seen();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

const QUIET_MS = 20;
