import { availableParallelism, tmpdir } from 'node:os';

import { Option } from 'commander';

import { type Diagnostic, renderText } from '../../diagnostics/index.ts';
import type { Project } from '../../model/index.ts';
import type { Bench, MutatedSystem, TestedSystem } from '../../prove/index.ts';
import type { Command } from '../command.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { requireTool } from '../tool-places.ts';

interface TestOptions {
  readonly system?: string;
  readonly format: (typeof FORMATS)[number];
  readonly coverage?: true;
  readonly mutate?: true;
}

const FORMATS = ['text', 'junit'] as const;

/** The least share of mutants that the tests of a system have to notice. */
const LEAST_SCORE = 0.95;

/** Tests are the result, so they go to the standard output. */
export default {
  name: 'test',
  define(command, io) {
    command
      .description('run the cases of all alerts, and those derived from them, with promtool')
      .option('--system <name>', 'test one system only')
      .addOption(
        new Option('--format <format>', 'how to print them').choices(FORMATS).default('text'),
      )
      .option('--coverage', 'print what the cases reach; alerts and branches have to be all')
      .option('--mutate', 'change every rule in one place, and see whether a test notices');
    return () => test(io, command.opts<TestOptions>());
  },
} satisfies Command;

async function test(io: Io, { system, ...options }: TestOptions): Promise<ExitCode> {
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const { loadProject } = await import('../compile.ts');
  const { value: project, diagnostics } = loadProject(root, system);
  const broken = [...diagnostics, ...(await wrongCases(project))];
  if (broken.length > 0) {
    io.err(renderText(broken, io.color.err));
    return EXIT.findings.code;
  }
  const { Bench, Failure, Workplace } = await import('../../prove/index.ts');
  const promtool = await requireTool('promtool', root);
  try {
    const workplace = new Workplace(tmpdir());
    try {
      const { folder } = workplace;
      const bench = new Bench({ promtool, folder, jobs: availableParallelism() });
      return await run(io, { project, root, bench, ...options });
    } finally {
      await workplace.close();
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    io.err(`dashc: ${error.message}${error.hint === undefined ? '' : `; ${error.hint}`}\n`);
    return EXIT.findings.code;
  }
}

/** What promtool could not read, or would test against another world than was meant. */
async function wrongCases(project: Project): Promise<readonly Diagnostic[]> {
  const { TARGETS } = await import('../../emit/index.ts');
  const tests = TARGETS.filter(({ name }) => name === 'prometheus-tests');
  return project.systems.flatMap((system) =>
    tests.flatMap((target) => target.emit(system, project).diagnostics),
  );
}

interface Work extends Omit<TestOptions, 'system'> {
  readonly project: Project;
  readonly root: string;
  readonly bench: Bench;
}

async function run(io: Io, { project, root, bench, ...options }: Work): Promise<ExitCode> {
  const { testAlerts } = await import('../../prove/index.ts');
  const { coverageText, testsJunit, testsOf, testsText } = await import('../test-report/index.ts');
  const systems = await testAlerts(project.systems, bench);
  const tests = systems.flatMap((each) => testsOf(each, root));
  const seconds = io.elapsed() / 1_000;
  io.out(options.format === 'junit' ? testsJunit(tests, seconds) : testsText(tests, io.color.out));
  const failures = tests.filter(({ status }) => status === 'failed').length;
  io.err(`${plural(tests.length, 'test')}, ${failures} failed (${Math.round(io.elapsed())} ms)\n`);

  // With JUnit on the standard output, the tables are news.
  const print = options.format === 'junit' ? io.err : io.out;
  if (options.coverage) print(`\n${coverageText(systems)}`);
  const isCovered = !options.coverage || systems.every(isWholeCovered);
  if (failures > 0) return EXIT.findings.code;
  const isKilled = !options.mutate || (await mutate(io, systems, bench, print));
  return isCovered && isKilled ? EXIT.ok.code : EXIT.findings.code;
}

function isWholeCovered({ coverage: { alerts, branches } }: TestedSystem): boolean {
  return [alerts, branches].every(({ reached, total }) => reached === total);
}

/** @returns whether the tests of every system notice enough */
async function mutate(
  io: Io,
  systems: readonly TestedSystem[],
  bench: Bench,
  print: (text: string) => void,
): Promise<boolean> {
  const { runMutants, scoreOf } = await import('../../prove/index.ts');
  const { progressBar } = await import('../progress-bar.ts');
  const { mutationText } = await import('../test-report/index.ts');
  const bar = progressBar(io, 'mutants');
  let mutated: readonly MutatedSystem[];
  try {
    mutated = await runMutants(systems, bench, {
      started: (total) => bar.start(total),
      decided: (count) => bar.add(count),
    });
  } finally {
    bar.stop();
  }
  const scored = mutated.map((each) => ({ ...each, score: scoreOf(each) }));
  print(`\n${mutationText(scored, io.color.out)}`);
  const low = scored.filter(({ score }) => score < LEAST_SCORE);
  for (const { name } of low) {
    io.err(`${name}: below ${LEAST_SCORE * 100} %: the cases do not say what the rules are for\n`);
  }
  return low.length === 0;
}
