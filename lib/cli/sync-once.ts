import { mkdirSync } from 'node:fs';

import { countSeverities, type Diagnostic, renderText } from '../diagnostics/index.ts';
import { isRuleFile } from '../prove/index.ts';
import {
  type Applied,
  apply,
  fileRules,
  refused,
  reload,
  restore,
  type Rules,
  type Servers,
  type Step,
  withLock,
} from '../sync/index.ts';
import { buildSystems, type BuiltSystem } from './built-systems.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { plural } from './plural.ts';
import { planSystem, type SyncedFolder, syncedSystems, type SyncTarget } from './synced-folder.ts';
import { noteSteps, type ToldStep } from './told-steps.ts';

export interface SyncRequest {
  /** Of the project; absolute. */
  readonly root: string;
  readonly target: SyncTarget;
  readonly system: string | undefined;
  readonly typecheck: boolean;
  readonly cache: boolean;
  readonly prune: boolean;
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Told to load what was synced. */
  readonly servers: Servers | undefined;
}

/** Builds, plans and applies once. A set that anything refuses changes nothing. */
export async function syncOnce(io: Io, request: SyncRequest): Promise<ExitCode> {
  const { systems, diagnostics } = await buildSystems(io, request);
  tell(io, diagnostics);
  if (countSeverities(diagnostics).errors > 0) return nothing(io);
  if (request.dryRun) {
    const folders = planAll(request, systems);
    return finish(io, await noteSteps(folders)(), problemsOf(folders), WOULD);
  }
  try {
    mkdirSync(request.target.folder, { recursive: true });
  } catch (error) {
    const problem = refused(error, request.target.shown);
    if (problem === undefined) throw error;
    tell(io, [problem]);
    return nothing(io);
  }
  const { folder, shown } = request.target;
  const result = await withLock(folder, shown, () => applyAll(io, request, systems));
  if (typeof result === 'number') return result;
  tell(io, [result.problem]);
  return nothing(io);
}

async function applyAll(
  io: Io,
  request: SyncRequest,
  systems: readonly BuiltSystem[],
): Promise<ExitCode> {
  const folders = planAll(request, systems);
  const problems = problemsOf(folders);
  const told = noteSteps(folders);
  if (problems.length > 0) return finish(io, await told(), problems, WOULD);
  const applied: [SyncedFolder, Applied][] = [];
  for (const each of folders) {
    const result = await apply(each);
    applied.push([each, result]);
    if (result.problem !== undefined) {
      tell(io, [result.problem]);
      io.err('the sync ended early: every file is whole; run it again to complete it\n');
      return EXIT.findings.code;
    }
  }
  const refusals = await reloaded(request, systems);
  if (refusals.length === 0) return finish(io, await told(), [], DID);
  tell(io, [...refusals, ...(await rollBack(applied))]);
  await reloaded(request, []);
  io.err('the files of before are back in place\n');
  return EXIT.findings.code;
}

/** Folders of systems that are gone are planned too, where all systems are synced. */
export function planAll(
  request: Pick<SyncRequest, 'target' | 'system' | 'prune' | 'force'>,
  systems: readonly BuiltSystem[],
): SyncedFolder[] {
  const { target, system } = request;
  const wanted = new Map(systems.map((each) => [each.system.name, each.artifacts]));
  const gone = system === undefined ? syncedSystems(target.folder) : [];
  return [...new Set([...wanted.keys(), ...gone])].map((name) =>
    planSystem(target, name, wanted.get(name) ?? [], request),
  );
}

function problemsOf(folders: readonly SyncedFolder[]): readonly Diagnostic[] {
  return folders.flatMap(({ plan }) => plan.problems);
}

/** With no systems: only tells the servers to read the files again. */
async function reloaded(
  { servers }: SyncRequest,
  systems: readonly BuiltSystem[],
): Promise<readonly Diagnostic[]> {
  if (servers === undefined) return [];
  return reload(servers, systems.length === 0 ? undefined : rulesOf(systems));
}

/** All rules that were built. */
export function rulesOf(systems: readonly BuiltSystem[]): Rules {
  return new Map(
    systems.flatMap(({ system, artifacts }) =>
      artifacts
        .filter(({ path }) => isRuleFile(system.stack.prometheus, path))
        .flatMap(({ text }) => [...fileRules(text)]),
    ),
  );
}

async function rollBack(
  applied: readonly (readonly [SyncedFolder, Applied])[],
): Promise<readonly Diagnostic[]> {
  const problems: Diagnostic[] = [];
  for (const [folder, result] of applied) {
    const problem = await restore(folder, result);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}

function finish(
  io: Io,
  steps: readonly ToldStep[],
  problems: readonly Diagnostic[],
  verbs: Readonly<Record<Step['kind'], string | undefined>>,
): ExitCode {
  for (const { kind, shown, changes } of steps) {
    const verb = verbs[kind];
    if (verb !== undefined) io.out(`${verb} ${shown}\n`);
    for (const change of changes) io.out(`  ${change}\n`);
  }
  tell(io, problems);
  const same = steps.filter(({ kind }) => kind === 'same').length;
  const changes = steps.filter(({ kind }) => kind !== 'same' && kind !== 'keep').length;
  const counted = `${plural(changes, 'change')}, ${plural(same, 'file')} as before`;
  io.err(`${counted} (${Math.round(io.elapsed())} ms)\n`);
  return problems.length > 0 ? nothing(io) : EXIT.ok.code;
}

const KEPT = 'kept, though no longer built (--prune removes it):';
const DID = { add: 'added', change: 'changed', remove: 'removed', keep: KEPT, same: undefined };
const WOULD = {
  add: 'would add',
  change: 'would change',
  remove: 'would remove',
  keep: KEPT,
  same: undefined,
};

function tell(io: Io, diagnostics: readonly Diagnostic[]): void {
  // What is only worth knowing is for `dashc check`.
  io.err(
    renderText(
      diagnostics.filter(({ severity }) => severity !== 'info'),
      io.color.err,
    ),
  );
}

function nothing(io: Io): ExitCode {
  io.err('nothing was synced\n');
  return EXIT.findings.code;
}
