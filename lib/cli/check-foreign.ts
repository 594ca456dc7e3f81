import { Exceptions, placedAllows, run as analyze } from '../analyze/index.ts';
import { type DurationText, parseDuration } from '../catalog/index.ts';
import { countSeverities, type Diagnostic } from '../diagnostics/index.ts';
import { type ForeignOptions, loadForeign } from '../load/index.ts';
import { expressionsOf, type HouseRule, type System } from '../model/index.ts';
import type { Compiled } from './compile.ts';
import { fetchMetrics } from './fetch-metrics.ts';
import type { Io } from './io.ts';
import { checkSystem, projectRoot } from './project-root.ts';
import { today } from './today.ts';
import { UsageError } from './usage-error.ts';

/** What the command line says about files that have no typed sources. */
export interface ForeignInput {
  readonly rules?: readonly string[];
  readonly dashboards?: readonly string[];
  /** Files and addresses. */
  readonly metrics?: readonly string[];
  /** Whose metrics and Prometheus they are; then there are no `metrics`. */
  readonly system?: string;
  readonly prometheusVersion?: string;
  readonly scrapeInterval?: string;
  /** Rules that are off otherwise. */
  readonly house?: readonly HouseRule[];
}

/** Whether there is any such file to look at. */
export function isForeign({
  rules,
  dashboards,
}: Pick<ForeignInput, 'rules' | 'dashboards'>): boolean {
  return rules !== undefined || dashboards !== undefined;
}

/**
 * Checks files of Grafana and Prometheus as they are.
 *
 * @param check what to do with the files
 * @throws UsageError where nothing is found by a name, or an address does not answer
 */
export async function checkForeign(
  io: Pick<Io, 'cwd' | 'elapsed'>,
  input: ForeignInput,
  check: (options: ForeignOptions) => Compiled = (options) => checkFiles(io, options),
): Promise<Compiled> {
  const { rules = [], dashboards = [], metrics = [], house = [] } = input;
  const files = { cwd: io.cwd, rules, dashboards, house };
  if (input.system !== undefined) return checkOfSystem(io, files, input.system, check);
  return check({
    ...files,
    metrics: metrics.filter((name) => !isAddress(name)),
    fetched: await Promise.all(metrics.filter(isAddress).map((url) => fetchMetrics(url))),
    version: versionOf(input.prometheusVersion ?? '3.14'),
    scrapeInterval: intervalOf(input.scrapeInterval ?? '15s'),
  });
}

/** Files that belong to a system which has typed sources. */
async function checkOfSystem(
  io: Pick<Io, 'cwd' | 'elapsed'>,
  files: Pick<ForeignOptions, 'cwd' | 'rules' | 'dashboards' | 'house'>,
  name: string,
  check: (options: ForeignOptions) => Compiled,
): Promise<Compiled> {
  const root = projectRoot(io.cwd);
  checkSystem(root, name);
  const { loadProject } = await import('./compile.ts');
  const { value: project, diagnostics, files: count } = loadProject(root, name);
  const [system] = project.systems;
  if (system !== undefined && diagnostics.length === 0) {
    return check({ ...files, ...settingsOf(system) });
  }
  return compiled(io, { project, diagnostics, files: count, expressions: 0 });
}

/** How files are read that belong to a system with typed sources. */
export function settingsOf(
  system: System,
): Pick<ForeignOptions, 'system' | 'version' | 'scrapeInterval'> {
  const { version, scrapeInterval } = system.stack.prometheus;
  return { system, version: versionOf(version), scrapeInterval };
}

/**
 * Loads files and checks them.
 *
 * @throws UsageError where nothing is found by a name
 */
export function checkFiles(io: Pick<Io, 'elapsed'>, options: ForeignOptions): Compiled {
  const { value: project, missing, files, diagnostics } = loadForeign(options);
  const [first] = missing;
  if (first !== undefined) throw new UsageError(`there is no file \`${first}\``);
  const exceptions = new Exceptions(project.systems.flatMap(placedAllows), today());
  const kept = exceptions.keep([...diagnostics, ...analyze(project)]);
  const expressions = project.systems.reduce((sum, each) => sum + expressionsOf(each).length, 0);
  const found = [...kept, ...exceptions.problems()];
  return compiled(io, { project, diagnostics: found, files, expressions });
}

interface Found extends Pick<Compiled, 'project'> {
  readonly diagnostics: readonly Diagnostic[];
  readonly files: number;
  readonly expressions: number;
}

function compiled(
  io: Pick<Io, 'elapsed'>,
  { project, diagnostics, files, expressions }: Found,
): Compiled {
  const counts = countSeverities(diagnostics);
  const summary = { files, expressions, ...counts, milliseconds: Math.round(io.elapsed()) };
  return { project, diagnostics, summary };
}

function isAddress(name: string): boolean {
  return /^https?:\/\//.test(name);
}

function versionOf(text: string): readonly [number, number] {
  const [, major, minor] = /^v?(\d+)\.(\d+)(?:\.\d+)?$/.exec(text) ?? [];
  if (major !== undefined && minor !== undefined) return [Number(major), Number(minor)];
  throw new UsageError(`\`${text}\` is no version of Prometheus; write one like \`2.42\``);
}

function intervalOf(text: string): DurationText {
  if (parseDuration(text) !== undefined) return text as DurationText;
  throw new UsageError(`\`${text}\` is no duration; write one like \`15s\``);
}
