import path from 'node:path';

import { Exceptions } from '../analyze/index.ts';
import { countSeverities, type Diagnostic, type Summary } from '../diagnostics/index.ts';
import * as authoring from '../index.ts';
import { load, type LoadResult } from '../load/index.ts';
import { expressionsOf, type HouseRule, type Project } from '../model/index.ts';
import { BuildCache, type SystemRecord } from './cache/index.ts';
import { checkTypes } from './check-types.ts';
import type { Sink } from './compile-system.ts';
import { type Changed, compileChanged, loadChanged, problemsAcross } from './incremental.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import { systemNames } from './project-root.ts';
import { today } from './today.ts';

export interface CompileOptions {
  /** Absolute. */
  readonly root: string;
  /** Only this one. It exists. */
  readonly system: string | undefined;
  readonly typecheck: boolean;
  /** What did not change since an earlier build is not made again. Default: all is made. */
  readonly cache?: boolean;
  /** Rules that are off otherwise: what is found with them is not kept. Default: none besides those of the systems. */
  readonly house?: readonly HouseRule[];
}

export interface Compiled {
  /** With a cache: without the systems that did not change. */
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
}

export interface CompiledSystems extends Compiled {
  /** Sorted by name; those that did not change, too. Empty where sources could not be loaded. */
  readonly systems: readonly SystemRecord[];
}

/**
 * Loads, analyses and emits a project while its types are checked beside it. A project that was not loaded whole is not
 * looked at further: what is missing would be reported as broken links to it.
 *
 * @throws BugError
 */
export async function compile(
  io: Pick<Io, 'elapsed'>,
  { root, system, typecheck, cache: cached = false, house = [] }: CompileOptions,
  sink: Sink,
): Promise<CompiledSystems> {
  const cache = cached && house.length === 0 ? BuildCache.open(root) : undefined;
  const types = typecheck ? checkTypes(root, cache) : Promise.resolve([]);
  const names = system === undefined ? systemNames(root) : [system];
  const changed = loadChanged(names, cache, (except) =>
    withRules(loadProject(root, system, except), house),
  );
  const { loaded } = changed;
  let systems: readonly SystemRecord[] = [];
  let failure: unknown;
  try {
    const reload = (name: string) => loadProject(root, name);
    if (loaded.diagnostics.length === 0) systems = compileChanged(changed, { cache, sink, reload });
  } catch (error) {
    failure = error;
  }
  const typeErrors = (await types).filter(({ where }) => concerns(where.file, system));
  cache?.commit();
  // Values of other types than were promised may break anything: then the compiler has said what is wrong.
  if (failure !== undefined && typeErrors.length === 0) throw failure;
  const diagnostics = firstOfEachFile([loaded.diagnostics, typeErrors, ...judged(systems)]);
  const summary = {
    ...countsOf(changed),
    ...countSeverities(diagnostics),
    milliseconds: Math.round(io.elapsed()),
  };
  return { project: loaded.value, systems, diagnostics, summary };
}

/** The same with rules that hold in all systems, besides their own. */
function withRules(loaded: LoadResult, rules: readonly HouseRule[]): LoadResult {
  if (rules.length === 0) return loaded;
  const systems = loaded.value.systems.map((system) => {
    return { ...system, house: [...(system.house ?? []), ...rules] };
  });
  return { ...loaded, value: { systems } };
}

/** `root` is absolute. */
export function loadProject(
  root: string,
  system: string | undefined,
  except: ReadonlySet<string> = new Set(),
): LoadResult {
  const door = { file: path.join(packageRoot(), 'lib', 'index.ts'), exports: authoring };
  return load({ root, authoring: door, ...(system === undefined ? {} : { system }), except });
}

/** What stages found that come after loading, without what is allowed. */
function judged(
  systems: readonly SystemRecord[],
): [analyzed: readonly Diagnostic[], emitted: readonly Diagnostic[]] {
  const across = problemsAcross(systems).map(({ problem }) => problem);
  const exceptions = new Exceptions(
    systems.flatMap(({ allows }) => allows),
    today(),
  );
  // What is allowed is left out before an error in one stage hides what the next finds.
  const analyzed = exceptions.keep([...across, ...systems.flatMap((each) => each.analyzed)]);
  const emitted = exceptions.keep(systems.flatMap((each) => each.emitted));
  return [[...analyzed, ...exceptions.problems()], emitted];
}

function countsOf({ known, loaded }: Changed): Pick<Summary, 'files' | 'expressions'> {
  const records = [...known.values()].map(({ record }) => record);
  const sources = [...loaded.sources.values(), ...records];
  return {
    files: new Set(sources.flatMap(({ files }) => files)).size,
    expressions:
      loaded.value.systems.reduce((sum, each) => sum + expressionsOf(each).length, 0) +
      records.reduce((sum, each) => sum + each.expressions, 0),
  };
}

/** A stage says nothing of a file in which an earlier one found an error: it would mostly say the same once more. */
function firstOfEachFile(stages: readonly (readonly Diagnostic[])[]): Diagnostic[] {
  const wrong = new Set<string>();
  return stages.flatMap((stage) => {
    const kept = stage.filter(({ where }) => !wrong.has(where.file));
    for (const { severity, where } of kept) if (severity === 'error') wrong.add(where.file);
    return kept;
  });
}

/** The compiler checks all systems at once: what it says about another system is left out. */
function concerns(file: string, system: string | undefined): boolean {
  const folder = /^(?:systems|dashboards|alerts)\/([^/]+)\//.exec(file)?.[1];
  return system === undefined || folder === undefined || folder === 'shared' || folder === system;
}
