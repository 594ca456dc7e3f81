import { Option } from 'commander';

import type { Command } from '../command.ts';
import type { ImportOptions } from '../import/index.ts';

/** The receipt is the result; progress is the news. */
export default {
  name: 'import',
  define(command, io) {
    command
      .description('make typed sources of dashboards, rules and metrics that exist')
      .argument(
        '[what]',
        '`dashboard`, `rules` or `metrics`; with --verify it may be left out: all that is found',
      )
      .argument('[sources...]', 'files, folders, addresses')
      .option('--system <name>', 'the system that they become a part of; made if there is none')
      .option('--force', 'replace files that were edited by hand, too')
      .option('--upgrade', 'replace old panel types: graph, singlestat, table-old')
      .option('--verify', 'write nothing; import, compile and compare with the originals')
      .addOption(
        new Option('--format <format>', 'how to print the receipt')
          .choices(['text', 'json'])
          .default('text'),
      );
    return async () => {
      const { runImport } = await import('../import/index.ts');
      return runImport(io, command.processedArgs.flat() as string[], command.opts<ImportOptions>());
    };
  },
} satisfies Command;
