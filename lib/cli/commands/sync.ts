import path from 'node:path';

import type { Servers } from '../../sync/index.ts';
import type { Command } from '../command.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkSystem, projectRoot, systemNames } from '../project-root.ts';
import { serverAddress } from '../server-address.ts';
import { UsageError } from '../usage-error.ts';

interface SyncOptions {
  readonly system?: string;
  readonly dryRun: boolean;
  readonly prune: boolean;
  readonly force: boolean;
  readonly reload: boolean;
  readonly prometheus?: string;
  readonly alertmanager?: string;
  readonly watch: boolean;
  readonly typecheck: boolean;
  readonly cache: boolean;
}

/** A line a file that changes is the result; findings and the summary are the news. */
export default {
  name: 'sync',
  define(command, io) {
    command
      .description('compile, and make a folder that Grafana and Prometheus read hold just that')
      .argument('<folder>', 'where to; one folder a system, as in build/')
      .option('--system <name>', 'sync one system only')
      .option('--dry-run', 'write nothing; print what would be done', false)
      .option('--prune', 'remove what an earlier sync wrote and is no longer built', false)
      .option('--force', 'overwrite what was changed by hand since the last sync', false)
      .option('--reload', 'tell the servers; put the files of before back where they refuse', false)
      .option('--prometheus <url>', 'the Prometheus that `--reload` tells', serverAddress)
      .option('--alertmanager <url>', 'the Alertmanager that `--reload` tells', serverAddress)
      .option('--watch', 'do it again whenever a source changes', false)
      .option('--no-typecheck', "do not check the content's types")
      .option('--no-cache', 'make all anew, and keep nothing for the next build');
    return () => sync(io, command.args[0] ?? '', command.opts<SyncOptions>());
  },
} satisfies Command;

async function sync(io: Io, to: string, options: SyncOptions): Promise<ExitCode> {
  const root = projectRoot(io.cwd);
  const { system } = options;
  checkSystem(root, system);
  const servers = serversOf(options);
  if (servers?.prometheus !== undefined && system === undefined && systemNames(root).length > 1)
    throw new UsageError('a Prometheus evaluates the rules of one system: add `--system`');
  const target = { folder: path.resolve(io.cwd, to), shown: to.replace(/\/+$/, '') || '/' };
  const once = async (told: Io) => {
    const { syncOnce } = await import('../sync-once.ts');
    return syncOnce(told, { ...options, root, target, system, servers });
  };
  if (!options.watch) return once(io);
  // First, so that a signal is heard before all else is loaded.
  const { watchSources } = await import('../watch-sources.ts');
  return watchSources(io, root, (_changed, told) => once(told));
}

function serversOf({ reload, prometheus, alertmanager }: SyncOptions): Servers | undefined {
  const none = prometheus === undefined && alertmanager === undefined;
  if (!reload && !none)
    throw new UsageError('`--prometheus` and `--alertmanager` go with `--reload`');
  if (reload && none) throw new UsageError('`--reload` needs `--prometheus` or `--alertmanager`');
  if (none) return undefined;
  return {
    ...(prometheus === undefined ? {} : { prometheus }),
    ...(alertmanager === undefined ? {} : { alertmanager }),
  };
}
