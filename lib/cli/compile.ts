import path from 'node:path';

import { Exceptions, run as analyze } from '../analyze/index.ts';
import { countSeverities, type Diagnostic, type Summary } from '../diagnostics/index.ts';
import { type Artifact, emitSystem } from '../emit/index.ts';
import * as authoring from '../index.ts';
import { load, type LoadResult, startTypeCheck } from '../load/index.ts';
import { expressionsOf, type Project, type System } from '../model/index.ts';
import type { Io } from './io.ts';
import { packageRoot } from './package-root.ts';
import { today } from './today.ts';

export interface CompileOptions {
  /** Absolute. */
  readonly root: string;
  /** Only this one. It exists. */
  readonly system: string | undefined;
  readonly typecheck: boolean;
}

export interface Compiled {
  readonly project: Project;
  readonly diagnostics: readonly Diagnostic[];
  readonly summary: Summary;
}

/** Takes the output of one system, as it is made; called for one system after the other. */
export type Sink = (system: string, artifacts: Iterable<Artifact>) => void;

/**
 * Loads, analyses and emits a project while its types are checked beside it. A project that was not loaded whole is not
 * looked at further: what is missing would be reported as broken links to it.
 *
 * @throws BugError
 */
export async function compile(
  io: Pick<Io, 'elapsed'>,
  { root, system, typecheck }: CompileOptions,
  sink: Sink,
): Promise<Compiled> {
  const types = typecheck ? startTypeCheck(root) : Promise.resolve([]);
  const loaded = loadProject(root, system);
  const project = loaded.value;
  let made: readonly (readonly Diagnostic[])[] = [];
  let failure: unknown;
  try {
    if (loaded.diagnostics.length === 0) made = analyzeAndEmit(project, sink);
  } catch (error) {
    failure = error;
  }
  const typeErrors = (await types).filter(({ where }) => concerns(where.file, system));
  // Values of other types than were promised may break anything: then the compiler has said what is wrong.
  if (failure !== undefined && typeErrors.length === 0) throw failure;
  const diagnostics = firstOfEachFile([loaded.diagnostics, typeErrors, ...made]);
  const summary = {
    files: loaded.files,
    expressions: project.systems.reduce((sum, each) => sum + expressionsOf(each).length, 0),
    ...countSeverities(diagnostics),
    milliseconds: Math.round(io.elapsed()),
  };
  return { project, diagnostics, summary };
}

/** `root` is absolute. */
export function loadProject(root: string, system: string | undefined): LoadResult {
  const door = { file: path.join(packageRoot(), 'lib', 'index.ts'), exports: authoring };
  return load({ root, authoring: door, ...(system === undefined ? {} : { system }) });
}

function analyzeAndEmit(
  project: Project,
  sink: Sink,
): [analyzed: Diagnostic[], emitted: Diagnostic[]] {
  const found: Diagnostic[] = [];
  for (const system of project.systems) sink(system.name, emitted(system, project, found));
  // What is allowed is left out before an error in one stage hides what the next finds.
  const exceptions = new Exceptions(project, today());
  const [analyzed, made] = [exceptions.keep(analyze(project)), exceptions.keep(found)];
  return [[...analyzed, ...exceptions.problems()], made];
}

/** A system's artifacts, one target after the other; what the targets find is added to `diagnostics`. */
function* emitted(
  system: System,
  project: Project,
  diagnostics: Diagnostic[],
): Generator<Artifact, void, undefined> {
  for (const result of emitSystem(system, project)) {
    diagnostics.push(...result.diagnostics);
    yield* result.value;
  }
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
