import { once } from 'node:events';
import { isatty } from 'node:tty';

/** All that a command touches of its process, so that a test can call it without one. */
export interface Io {
  /** The result. */
  readonly out: (text: string) => void;
  /** The news: progress, findings of a command that has another result, usage. */
  readonly err: (text: string) => void;
  /** Resolves when the reader of the result has caught up. */
  readonly flush: () => Promise<void>;
  readonly input: NodeJS.ReadableStream;
  /** Absolute. */
  readonly cwd: string;
  /** Whether the reader shows colours. */
  readonly color: { readonly out: boolean; readonly err: boolean };
  /** Milliseconds since the process started. */
  readonly elapsed: () => number;
}

/** The process's own. Colours only on a terminal, and not where https://no-color.org says so. */
export function processIo(): Io {
  const { NO_COLOR, TERM } = process.env;
  const wanted = (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb';
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    flush: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    input: process.stdin,
    cwd: process.cwd(),
    color: { out: wanted && isatty(1), err: wanted && isatty(2) },
    elapsed: () => performance.now(),
  };
}
