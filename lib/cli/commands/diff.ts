import { Option } from 'commander';

import { renderText } from '../../diagnostics/index.ts';
import type { Review } from '../../review/index.ts';
import type { Command } from '../command.ts';
import type { Sides } from '../diff/index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { UsageError } from '../usage-error.ts';

interface DiffOptions {
  readonly from?: string;
  readonly to?: string;
  readonly system?: string;
  readonly format: Format;
  readonly typecheck: boolean;
}

const FORMATS = ['text', 'markdown', 'json'] as const;
type Format = (typeof FORMATS)[number];

/** The changes are the result. */
export default {
  name: 'diff',
  define(command, io) {
    command
      .description(
        'say what changes on the screen and on call, in words; exit with 4 if something does',
      )
      .argument(
        '[base]',
        'a commit, whose build/ is compared (default: where the branch left main)',
      )
      .option('--from <folder>', 'compare folders: the one of before')
      .option('--to <folder>', 'compare folders: the one of after')
      .option('--system <name>', 'look at one system only')
      .addOption(
        new Option('--format <format>', 'how to print them').choices(FORMATS).default('text'),
      )
      .option('--no-typecheck', "do not check the content's types");
    return () => diff(io, command.args[0], command.opts<DiffOptions>());
  },
} satisfies Command;

async function diff(io: Io, base: string | undefined, options: DiffOptions): Promise<ExitCode> {
  const sides = await sidesOf(io, base, options);
  if (sides === undefined) return EXIT.findings.code;
  const { review, summaryOf } = await import('../../review/index.ts');
  const found = review(sides.before, sides.after);
  io.out(await rendered(found, options.format, io));
  if (options.format === 'text') io.err(`${summaryOf(found)} (${Math.round(io.elapsed())} ms)\n`);
  return found.changes.length > 0 ? EXIT.drift.code : EXIT.ok.code;
}

/** `undefined` where the sources have errors, which were told. */
async function sidesOf(
  io: Io,
  base: string | undefined,
  { from, to, system, typecheck }: DiffOptions,
): Promise<Sides | undefined> {
  const { baseCommit, sidesOfFolders, sidesOfSources } = await import('../diff/index.ts');
  if (from !== undefined || to !== undefined) {
    if (from === undefined || to === undefined)
      throw new UsageError('`--from` and `--to` go together');
    if (base !== undefined) throw new UsageError('a commit and `--from` exclude each other');
    return sidesOfFolders({ cwd: io.cwd, from, to, system });
  }
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const commit = baseCommit(root, base);
  const { sides, diagnostics } = await sidesOfSources(io, {
    root,
    base: commit,
    system,
    typecheck,
  });
  if (sides !== undefined) return sides;
  io.err(
    renderText(
      diagnostics.filter(({ severity }) => severity === 'error'),
      io.color.err,
    ),
  );
  io.err('nothing was compared\n');
  return undefined;
}

async function rendered(found: Review, format: Format, io: Io): Promise<string> {
  const { renderReviewJson, renderReviewMarkdown, renderReviewText } =
    await import('../../review/index.ts');
  switch (format) {
    case 'text':
      return renderReviewText(found, io.color.out);
    case 'markdown':
      return renderReviewMarkdown(found);
    case 'json':
      return renderReviewJson(found);
  }
}
