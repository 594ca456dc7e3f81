import path from 'node:path';

import { countSeverities, type Diagnostic, renderText } from '../../diagnostics/index.ts';
import type { Step } from '../../sync/index.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot, systemNames } from '../project-root.ts';
import { serverAddress } from '../server-address.ts';
import { UsageError } from '../usage-error.ts';

interface DriftOptions {
  readonly system?: string;
  readonly prometheus?: string;
  readonly typecheck: boolean;
  readonly cache: boolean;
}

/** A line a difference is the result. */
export default {
  name: 'drift',
  define(command, io) {
    command
      .description('print what differs between a synced folder and the sources; exit with 4')
      .argument('<folder>', 'what `dashc sync` was given')
      .option('--system <name>', 'look at one system only')
      .option('--prometheus <url>', 'compare the rules that run there, too', serverAddress)
      .option('--no-typecheck', "do not check the content's types")
      .option('--no-cache', 'make all anew, and keep nothing for the next build');
    return () => drift(io, command.args[0] ?? '', command.opts<DriftOptions>());
  },
} satisfies Command;

async function drift(io: Io, of: string, options: DriftOptions): Promise<ExitCode> {
  const { system, prometheus, typecheck, cache } = options;
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  if (prometheus !== undefined && system === undefined && systemNames(root).length > 1)
    throw new UsageError('a Prometheus evaluates the rules of one system: add `--system`');
  const { buildSystems } = await import('../built-systems.ts');
  const { systems, diagnostics } = await buildSystems(io, { root, system, typecheck, cache });
  const { planAll, rulesOf } = await import('../sync-once.ts');
  io.err(
    renderText(
      diagnostics.filter(({ severity }) => severity === 'error'),
      io.color.err,
    ),
  );
  if (countSeverities(diagnostics).errors > 0) return EXIT.findings.code;

  const target = { folder: path.resolve(io.cwd, of), shown: of.replace(/\/+$/, '') || '/' };
  const folders = planAll({ target, system, prune: true, force: false }, systems);
  const different = folders.flatMap(({ plan: { steps, problems }, show }) => {
    const found = new Set(problems.map(({ where }) => where.file));
    const lines = steps.flatMap(({ kind, path: below }) => {
      const verb = found.has(show(below)) ? undefined : WORDS[kind];
      return verb === undefined ? [] : [`${verb} ${show(below)}`];
    });
    return [...lines, ...problems.map(problemLine)];
  });
  const { compareRules } = await import('../../sync/index.ts');
  const rules =
    prometheus === undefined
      ? []
      : await compareRules(prometheus, rulesOf(systems), 'sync/other-rules');
  const lines = [...different, ...rules.map(problemLine)];
  for (const line of lines) io.out(`${line}\n`);
  io.err(`${plural(lines.length, 'difference')} (${Math.round(io.elapsed())} ms)\n`);
  return lines.length > 0 ? EXIT.drift.code : EXIT.ok.code;
}

const WORDS: Readonly<Record<Step['kind'], string | undefined>> = {
  add: 'missing',
  change: 'differs',
  remove: 'unwanted',
  keep: undefined,
  same: undefined,
};

function problemLine({ code, message, where }: Diagnostic): string {
  const what = WHAT[code] ?? message;
  return WHAT[code] === undefined ? `${where.file}: ${what}` : `${what} ${where.file}`;
}

const WHAT: Readonly<Record<string, string>> = {
  'sync/drift': 'changed by hand',
  'sync/foreign': 'not written by dashc',
};
