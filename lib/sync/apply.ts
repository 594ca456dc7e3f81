import { readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

import type { Diagnostic } from '../diagnostics/index.ts';
import {
  flushFolder,
  makeFolders,
  removeEmpty,
  removeLeftovers,
  replaceFile,
} from './atomic-file.ts';
import type { Fingerprint } from './fingerprint.ts';
import { fingerprintOf, type Plan, type RemoveStep, type Step, type WriteStep } from './plan.ts';
import { presentAt, samePresent } from './present.ts';
import { blocked, changedMeanwhile, refused } from './problem.ts';
import { type Owned, printManifest, SYNC_MANIFEST } from './sync-manifest.ts';

/** A file as it was before a sync; no bytes where there was none. */
export interface Before {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly executable: boolean;
}

export interface Applied {
  /** What was replaced or removed, to be put back by `restore`. */
  readonly before: readonly Before[];
  /** What the manifest now says. */
  readonly owned: Owned;
  /** Why it ended early: the steps before are done, and the next sync does the rest. */
  readonly problem?: Diagnostic;
}

export interface ApplyInput {
  /** Absolute. The caller holds its lock. */
  readonly folder: string;
  readonly plan: Plan;
  readonly owned: Owned;
  /** How a path is named in findings. */
  readonly show: (path: string) => string;
}

/**
 * Carries out a plan: folders, files, removals, and the manifest last. It may be killed at any point: every file is
 * whole, the old one or the new one, and the manifest knows both as ours, so that the next sync completes it.
 *
 * @throws what is not the file system's doing
 */
export async function apply(input: ApplyInput): Promise<Applied> {
  const { folder, plan, owned, show } = input;
  const before: Before[] = [];
  const target = manifestAfter(plan, owned);
  try {
    await makeFolders(folder, ['.']);
    await removeLeftovers(folder, foldersOf([SYNC_MANIFEST, ...owned.keys(), ...target.keys()]));
    const both = merged(owned, target);
    await replaceManifest(folder, owned, both);
    const writes = plan.steps.filter(isWrite);
    for (const step of writes) {
      const problem = meanwhile(step, input);
      if (problem !== undefined) return { before, owned, problem };
    }
    await makeFolders(folder, foldersOf(writes.map((step) => step.path)));
    for (const step of writes) {
      const problem = meanwhile(step, input);
      if (problem !== undefined) return { before, owned, problem };
      before.push(await look(folder, step));
      const { text, mode } = step.artifact;
      await replaceFile(path.join(folder, step.path), text, mode !== undefined);
    }
    for (const step of plan.steps.filter(isRemoval)) {
      const problem = meanwhile(step, input);
      if (problem !== undefined) return { before, owned, problem };
      before.push(await look(folder, step));
      await unlink(path.join(folder, step.path));
      await removeEmpty(folder, path.posix.dirname(step.path));
    }
    for (const each of foldersOf(writes.map((step) => step.path))) {
      await flushFolder(path.join(folder, each));
    }
    await replaceManifest(folder, both, target);
    return { before, owned: target };
  } catch (error) {
    const problem = refused(error, show(pathOf(error, folder)));
    if (problem === undefined) throw error;
    return { before, owned, problem };
  }
}

/** Puts back what `apply` replaced. */
export async function restore(
  input: ApplyInput,
  applied: Applied,
): Promise<Diagnostic | undefined> {
  const { folder, owned, show } = input;
  try {
    for (const { path: below, bytes, executable } of applied.before) {
      const file = path.join(folder, below);
      if (bytes !== undefined) {
        await makeFolders(folder, foldersOf([below]));
        await replaceFile(file, bytes, executable);
      } else {
        await unlink(file);
        await removeEmpty(folder, path.posix.dirname(below));
      }
    }
    await replaceManifest(folder, applied.owned, owned);
    return undefined;
  } catch (error) {
    const problem = refused(error, show(pathOf(error, folder)));
    if (problem === undefined) throw error;
    return problem;
  }
}

function isWrite(step: Step): step is WriteStep {
  return step.kind === 'add' || step.kind === 'change';
}

function isRemoval(step: Step): step is RemoveStep {
  return step.kind === 'remove';
}

/** What stands in a step's place is no longer what the plan saw. */
function meanwhile(
  step: WriteStep | RemoveStep,
  { folder, show }: ApplyInput,
): Diagnostic | undefined {
  const now = presentAt(folder, step.path);
  if (now.kind === 'blocked') return blocked(show(now.by), now.what);
  return samePresent(now, step.before) ? undefined : changedMeanwhile(show(step.path));
}

async function look(folder: string, step: WriteStep | RemoveStep): Promise<Before> {
  const now = presentAt(folder, step.path);
  if (now.kind !== 'file') return { path: step.path, executable: false };
  const bytes = await readFile(path.join(folder, step.path));
  return { path: step.path, bytes, executable: now.fingerprint.endsWith('+x') };
}

function manifestAfter(plan: Plan, owned: Owned): Owned {
  const after = new Map<string, readonly Fingerprint[]>();
  for (const step of plan.steps) {
    if (isWrite(step)) {
      after.set(step.path, [fingerprintOf(step.artifact)]);
    } else if (step.kind === 'keep') {
      after.set(step.path, owned.get(step.path) ?? []);
    } else if (step.kind === 'same') {
      after.set(step.path, [step.fingerprint]);
    }
  }
  return after;
}

function merged(a: Owned, b: Owned): Owned {
  const both = new Map(a);
  for (const [file, prints] of b) {
    both.set(file, [...new Set([...(a.get(file) ?? []), ...prints])]);
  }
  return both;
}

async function replaceManifest(folder: string, from: Owned, to: Owned): Promise<void> {
  const text = printManifest(to);
  if (text === printManifest(from)) return;
  await replaceFile(path.join(folder, SYNC_MANIFEST), text, false);
}

/** The folders that these files are in, each once, with `.` for the top. */
function foldersOf(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].map((each) => path.posix.dirname(each)));
}

function pathOf(error: unknown, folder: string): string {
  const file = error instanceof Error && 'path' in error ? String(error.path) : folder;
  return path.relative(folder, file).split(path.sep).join('/') || '.';
}
