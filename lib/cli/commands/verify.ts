import { Option } from 'commander';

import {
  countSeverities,
  type Diagnostic,
  renderJson,
  renderJunit,
  renderText,
} from '../../diagnostics/index.ts';
import { expressionsOf, type Project } from '../../model/index.ts';
import type { Command } from '../command.ts';
import { endOnSignals } from '../end-on-signals.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { plural } from '../plural.ts';
import { checkSystem, projectRoot } from '../project-root.ts';
import { unknownName, UsageError } from '../usage-error.ts';

interface VerifyCommandOptions {
  readonly system?: string;
  readonly scenario?: string;
  readonly prometheus?: string;
  readonly format: (typeof FORMATS)[number];
}

const FORMATS = ['text', 'json', 'junit'] as const;

/** Findings are the result, so they go to the standard output; what was looked at is the news. */
export default {
  name: 'verify',
  define(command, io) {
    command
      .description('prove with a real Prometheus that every panel draws and every alert fires')
      .option('--system <name>', 'verify one system only')
      .option('--scenario <name>', 'verify one scenario only; `healthy` for none')
      .option('--prometheus <url>', 'ask this Prometheus instead, and change nothing there')
      .addOption(
        new Option('--format <format>', 'how to print them').choices(FORMATS).default('text'),
      );
    return () => verify(io, command.opts<VerifyCommandOptions>());
  },
} satisfies Command;

/** What was found, and what was looked at in a few words. */
interface Looked {
  readonly diagnostics: readonly Diagnostic[];
  readonly at: string;
}

async function verify(io: Io, options: VerifyCommandOptions): Promise<ExitCode> {
  const { system, scenario, prometheus, format } = options;
  if (scenario !== undefined && prometheus !== undefined) {
    throw new UsageError('`--scenario` and `--prometheus` exclude each other');
  }
  const root = projectRoot(io.cwd);
  checkSystem(root, system);
  const { loadProject } = await import('../compile.ts');
  const { value: project, diagnostics: broken, files } = loadProject(root, system);
  if (broken.length > 0) {
    io.err(renderText(broken, io.color.err));
    return EXIT.findings.code;
  }
  checkScenario(project, scenario);
  const looked =
    prometheus === undefined
      ? await inWorlds(io, root, project, scenario)
      : await inRunning(project, prometheus);
  const summary = {
    files,
    expressions: project.systems.reduce((sum, each) => sum + expressionsOf(each).length, 0),
    ...countSeverities(looked.diagnostics),
    milliseconds: Math.round(io.elapsed()),
  };
  const { documented } = await import('../codes/index.ts');
  if (format === 'json') io.out(renderJson(looked.diagnostics, summary, documented));
  else if (format === 'junit') io.out(renderJunit(looked.diagnostics));
  else io.out(renderText(looked.diagnostics, io.color.out));
  const { errors, warnings, milliseconds } = summary;
  const result = `${plural(errors, 'error')}, ${plural(warnings, 'warning')}`;
  io.err(`${looked.at}: ${result} (${milliseconds} ms)\n`);
  return errors > 0 ? EXIT.findings.code : EXIT.ok.code;
}

/** @throws UsageError for one that no system has */
function checkScenario({ systems }: Project, scenario: string | undefined): void {
  if (scenario === undefined || scenario === 'healthy') return;
  const names = systems.flatMap(
    ({ world }) => world?.value.scenarios.map(({ name }) => name) ?? [],
  );
  if (!names.includes(scenario)) throw unknownName('scenario', scenario, ['healthy', ...names]);
}

/** Everything that is started is ended: at the end, on a failure, and when somebody interrupts. */
async function inWorlds(
  io: Io,
  root: string,
  project: Project,
  scenario: string | undefined,
): Promise<Looked> {
  const { Failure, verifyProject } = await import('../../prove/index.ts');
  const { worldTools } = await import('../world-tools.ts');
  let stop: (() => void) | undefined;
  try {
    const tools = await worldTools(root);
    const { workplace, cache } = tools;
    stop = endOnSignals(() => workplace.close());
    try {
      const found = await verifyProject(
        project,
        {
          ...(scenario === undefined ? {} : { scenario }),
          onVerified: ({ system, scenario: name = 'healthy' }, { queries, diagnostics }, ms) => {
            const errors = countSeverities(diagnostics).errors;
            const result = errors === 0 ? 'as it should be' : plural(errors, 'error');
            io.err(`${system} ${name}: ${queries} queries, ${result} (${Math.round(ms)} ms)\n`);
          },
        },
        tools,
      );
      cache.evict(new Date());
      const { worlds, queries, series, samples, diagnostics } = found;
      const at = [
        plural(worlds, 'world'),
        `${queries} queries`,
        `${series} series`,
        plural(samples, 'sample'),
      ];
      return { diagnostics, at: at.join(', ') };
    } finally {
      await workplace.close();
    }
  } catch (error) {
    if (error instanceof Failure) return failed(error);
    throw error;
  } finally {
    stop?.();
  }
}

async function inRunning(project: Project, url: string): Promise<Looked> {
  if (!/^https?:\/\//.test(url)) {
    throw new UsageError(`\`${url}\` is no address: write one like http://localhost:9090`);
  }
  const { Failure, verifyRunning } = await import('../../prove/index.ts');
  try {
    const { diagnostics, queries } = await verifyRunning(project, url);
    return { diagnostics, at: `${queries} queries` };
  } catch (error) {
    if (error instanceof Failure) return failed(error);
    throw error;
  }
}

/** The world outside did not let us finish. */
function failed({ message, hint }: { readonly message: string; readonly hint?: string }): Looked {
  const diagnostic: Diagnostic = {
    code: 'verify/broken-off',
    severity: 'error',
    message,
    ...(hint === undefined ? {} : { hint }),
    where: { file: 'systems', path: [] },
  };
  return { diagnostics: [diagnostic], at: 'broken off' };
}
