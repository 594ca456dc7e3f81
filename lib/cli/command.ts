import type { Command as Commander } from 'commander';

import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';

/** One command. One file in `commands/` is one command, of its name. */
export interface Command {
  readonly name: string;
  /**
   * Adds description, arguments and options.
   *
   * @returns what runs it, once the command line was read; throws UsageError for what cannot be meant
   */
  define(command: Commander, io: Io): () => Promise<ExitCode>;
}
