import { InvalidArgumentError } from 'commander';

import { renderText } from '../../diagnostics/index.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { serverAddress } from '../server-address.ts';
import { UsageError } from '../usage-error.ts';

interface PreviewCommandOptions {
  readonly system?: string;
  readonly prometheus?: string;
  readonly port?: number;
  readonly typecheck: boolean;
}

/** The address is the result; what is wrong with the sources stands on the page, and is the news. */
export default {
  name: 'preview',
  define(command, io) {
    command
      .description('show all dashboards in a browser as Grafana would, and follow every save')
      .option('--system <name>', 'show one system only')
      .option('--prometheus <url>', 'draw the data of this Prometheus', serverAddress)
      .option('--port <number>', 'where to listen on the loopback interface', portNumber)
      .option('--no-typecheck', "do not check the content's types");
    return () => preview(io, command.opts<PreviewCommandOptions>());
  },
} satisfies Command;

async function preview(io: Io, options: PreviewCommandOptions): Promise<ExitCode> {
  const { system, prometheus, port, typecheck } = options;
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const { pageFolder, runPreview } = await import('../preview/index.ts');
  const page = pageFolder();
  if (typeof page !== 'string') {
    io.err(renderText([page], io.color.err));
    return EXIT.usage.code;
  }
  const { Failure } = await import('../../prove/index.ts');
  try {
    return await runPreview(io, { root, page, system, prometheus, port, typecheck });
  } catch (error) {
    if (error instanceof Failure) throw new UsageError(error.message);
    throw error;
  }
}

/** @throws InvalidArgumentError */
function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('It has to be a number up to 65535.');
}
