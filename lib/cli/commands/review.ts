import path from 'node:path';

import { renderText } from '../../diagnostics/index.ts';
import type { ChangedDashboard, Review } from '../../review/index.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import type { ComparedDashboard } from '../review/index.ts';
import { UsageError } from '../usage-error.ts';

interface ReviewOptions {
  readonly system?: string;
  readonly out: string;
  readonly typecheck: boolean;
}

/** The files are the result. */
export default {
  name: 'review',
  define(command, io) {
    command
      .description(
        'show what changes: words, and pictures of before and after; exit with 4 if something does',
      )
      .argument(
        '[base]',
        'a commit, whose build/ is compared (default: where the branch left main)',
      )
      .option('--out <folder>', 'where to write review.md, index.html and pictures/', 'review')
      .option('--system <name>', 'look at one system only')
      .option('--no-typecheck', "do not check the content's types");
    return () => review(io, command.args[0], command.opts<ReviewOptions>());
  },
} satisfies Command;

async function review(io: Io, base: string | undefined, options: ReviewOptions): Promise<ExitCode> {
  const root = projectRoot(io.cwd);
  const { system, typecheck, out } = options;
  checkSystem(root, system);
  const { baseCommit, sidesOfSources } = await import('../diff/index.ts');
  const { changedDashboards, review: compare, summaryOf } = await import('../../review/index.ts');
  const request = { root, base: baseCommit(root, base), system, typecheck };
  const { sides, diagnostics } = await sidesOfSources(io, request);
  if (sides === undefined) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    io.err(`${renderText(errors, io.color.err)}nothing was compared\n`);
    return EXIT.findings.code;
  }
  const found = compare(sides.before, sides.after);
  const changed = changedDashboards(sides.before, sides.after);
  const { dashboards, notes, problem } = await pictured(root, system, changed, found);
  const { writeReview } = await import('../review/index.ts');
  writeReview(path.resolve(io.cwd, out), { review: found, dashboards, notes });
  if (problem !== undefined) io.err(`dashc: no pictures: ${problem.message}\n`);
  io.out(`${path.join(out, 'index.html')}\n`);
  io.err(`${summaryOf(found)} (${Math.round(io.elapsed())} ms)\n`);
  // What is not installed was not wanted; what broke has to be looked at.
  if (problem !== undefined && !(problem instanceof UsageError)) return EXIT.findings.code;
  return isChanged(found, dashboards) ? EXIT.drift.code : EXIT.ok.code;
}

interface Pictured {
  readonly dashboards: readonly ComparedDashboard[];
  /** For the reader of the pictures. */
  readonly notes: readonly string[];
  /** Why there are no pictures. */
  readonly problem?: Error;
}

/** Without Chromium, Prometheus or the page there are still the words. */
async function pictured(
  root: string,
  system: string | undefined,
  changed: readonly ChangedDashboard[],
  found: Review,
): Promise<Pictured> {
  if (changed.length === 0) return { dashboards: [], notes: [] };
  const { loadProject } = await import('../compile.ts');
  const { Failure } = await import('../../prove/index.ts');
  const { compareDashboards, inWords } = await import('../review/index.ts');
  try {
    const { value: project } = loadProject(root, system);
    const dashboards = await compareDashboards(root, project, changed, found);
    const notes = dashboards.some(({ pictures }) => 'after' in pictures || 'before' in pictures)
      ? [SAME_DATA]
      : [];
    return { dashboards, notes };
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof Failure)) throw error;
    const words = changed.map((each) => inWords(each, found));
    return {
      dashboards: words,
      notes: [`There are no pictures: ${error.message}`],
      problem: error,
    };
  }
}

const SAME_DATA =
  'Both versions are drawn with the synthesised data of the system as it is now, so that nothing differs but what was changed on the screen.';

/** Another order of keys is no change, unless somebody sees one. */
function isChanged({ changes }: Review, dashboards: readonly ComparedDashboard[]): boolean {
  return (
    changes.length > 0 ||
    dashboards.some(({ panels, head }) => panels.length > 0 || (head?.different ?? 0) > 0)
  );
}
