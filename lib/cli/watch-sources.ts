import { once as event } from 'node:events';
import path from 'node:path';

import { watch } from 'chokidar';

import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

/**
 * Runs `once`, and again whenever a source changes, until the process is told to end. What a run finds is printed; the
 * next change is another chance. The process ends after this: from here on signals only ask for that.
 *
 * @param root of the project; absolute
 * @param once is given the absolute paths of what changed since the run before, none at first, and an Io that counts the
 * time from that change
 * @returns what the last run returned
 */
export async function watchSources(
  io: Io,
  root: string,
  once: (changed: ReadonlySet<string>, io: Io) => Promise<ExitCode>,
): Promise<ExitCode> {
  let changed = new Set<string>();
  let latest = 0;
  let ended = false;
  let wake: () => void = () => undefined;
  // Never taken away: npm hands a Ctrl-C on that the terminal has sent already, and a second signal to a process without
  // listeners kills it before it has ended well. The library of the lock sends one, too, where it sees no listener.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      ended = true;
      wake();
    });
  }
  // Node stops listening early in its own end, but not in that of `process.exit`.
  process.once('beforeExit', () => process.exit());
  const sources = ['systems', 'dashboards', 'alerts'].map((name) => path.join(root, name));
  const watcher = watch(sources, { ignoreInitial: true });
  const note = (file: string) => {
    changed.add(file);
    latest = performance.now();
    wake();
  };
  watcher.on('all', (_event, file) => note(file));
  // It says nothing of a second save within 50 ms, but for this.
  watcher.on('raw', (_event, name, options) => {
    const { watchedPath } = options as { readonly watchedPath: string };
    note(path.basename(watchedPath) === name ? watchedPath : path.join(watchedPath, name));
  });
  try {
    // What is saved while the sources are read for the first time is seen, too.
    await event(watcher, 'ready');
    let code = await once(new Set(), io);
    for (;;) {
      io.err('waiting for changes; end with Ctrl-C\n');
      while (changed.size === 0 && !ended) {
        await new Promise<void>((resolve) => (wake = resolve));
      }
      if (ended) return code;
      const since = io.elapsed();
      await quiet(() => latest);
      const seen = changed;
      changed = new Set();
      code = await once(seen, { ...io, elapsed: () => io.elapsed() - since });
    }
  } finally {
    await watcher.close();
  }
}

/** Editors write in several steps, and a branch is many files: waits until nothing changed for a moment. */
async function quiet(latest: () => number): Promise<void> {
  for (;;) {
    const left = latest() + QUIET_MS - performance.now();
    if (left <= 0) return;
    await new Promise((resolve) => setTimeout(resolve, left));
  }
}

const QUIET_MS = 20;
