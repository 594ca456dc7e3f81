import { Command as Commander, CommanderError } from 'commander';

import { BugError } from '../diagnostics/index.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT, type ExitCode, exitTable } from './exit.ts';
import { type Io, processIo } from './io.ts';
import { packageVersion } from './package-root.ts';
import { UsageError } from './usage-error.ts';

/**
 * Runs one command line.
 *
 * @param args without Node and the script
 * @returns the exit code; never throws
 */
export async function main(args: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await run(args, io);
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT.ok.code : EXIT.usage.code;
    if (error instanceof UsageError) {
      io.err(`dashc: ${error.message}\n`);
      return EXIT.usage.code;
    }
    reportBug(error, io, args.includes('--debug'));
    return EXIT.bug.code;
  }
}

/** Runs the process's command line and sets its exit code; output may still be on its way when this returns. */
export async function start(): Promise<void> {
  // The reader went away, as `head` does: there is nobody left to tell.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.ok.code : EXIT.bug.code);
    });
  }
  const io = processIo();
  // What a content file left running may still fail.
  process.on('uncaughtException', (error) => {
    reportBug(error, io, process.argv.includes('--debug'));
    process.exit(EXIT.bug.code);
  });
  process.exitCode = await main(process.argv.slice(2), io);
}

async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const program = new Commander('dashc')
    .description('Compiles dashboards and alerts, type-checked from the metric to the pixel')
    .version(packageVersion())
    .option('--debug', 'print the stack of an error in dashc itself')
    .addHelpText('after', `\nExit codes:\n${exitTable()}`)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  let code: ExitCode = EXIT.ok.code;
  for (const command of COMMANDS) {
    const sub = program.command(command.name).allowExcessArguments(false);
    const start = command.define(sub, io);
    sub.action(async () => {
      code = await start();
    });
  }
  await program.parseAsync(args, { from: 'user' });
  return code;
}

function reportBug(error: unknown, io: Io, debug: boolean): void {
  const text = error instanceof Error ? error.message : String(error);
  const kind = error instanceof BugError || !(error instanceof Error) ? '' : `${error.name}: `;
  io.err(
    `dashc: this is a bug in dashc ${packageVersion()}: ${kind}${text.split('\n')[0]}\n` +
      '  please report it with the output of the same command and --debug\n',
  );
  if (debug && error instanceof Error) io.err(`${error.stack}\n`);
}
