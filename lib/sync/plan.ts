import type { Diagnostic } from '../diagnostics/index.ts';
import type { Artifact } from '../emit/index.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import type { Present } from './present.ts';
import { blocked, drifted, foreign } from './problem.ts';
import type { Owned } from './sync-manifest.ts';

/** What a sync does to one file. */
export type Step = WriteStep | RemoveStep | KeepStep | SameStep;

export interface WriteStep {
  readonly kind: 'add' | 'change';
  readonly path: string;
  readonly artifact: Artifact;
  /** What is to be replaced; it is looked at again before. */
  readonly before: Present;
}

export interface RemoveStep {
  readonly kind: 'remove';
  readonly path: string;
  readonly before: Present;
}

/** Written by an earlier sync and no longer built; `--prune` removes it. */
export interface KeepStep {
  readonly kind: 'keep';
  readonly path: string;
}

/** Already what it has to be. */
export interface SameStep {
  readonly kind: 'same';
  readonly path: string;
  readonly fingerprint: Fingerprint;
}

export interface Plan {
  /** By path: additions and changes, then what goes or stays. */
  readonly steps: readonly Step[];
  /** Why it must not be applied. */
  readonly problems: readonly Diagnostic[];
}

export interface PlanInput {
  readonly wanted: readonly Artifact[];
  readonly owned: Owned;
  /** What stands at each path, wanted or owned. */
  readonly presentAt: (path: string) => Present;
  /** Remove what is owned and no longer wanted. */
  readonly prune: boolean;
  /** Overwrite and remove what was edited by hand. */
  readonly force: boolean;
  /** How a path is named in findings. */
  readonly show: (path: string) => string;
}

/**
 * Compares what has to be in a folder with what is there. Pure but for `presentAt`. A file that dashc did not write is a
 * problem, even with `force`, unless it is already what it has to be.
 */
export function plan(input: PlanInput): Plan {
  const problems: Diagnostic[] = [];
  const wanted = new Map(input.wanted.map((artifact) => [artifact.path, artifact]));
  const steps: Step[] = [];
  for (const [, artifact] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const step = stepOf(artifact, input, problems);
    if (step !== undefined) steps.push(step);
  }
  const gone = [...input.owned.keys()].filter((path) => !wanted.has(path)).sort();
  for (const path of gone) {
    const step = goneStep(path, input, problems);
    if (step !== undefined) steps.push(step);
  }
  return { steps, problems };
}

function stepOf(artifact: Artifact, input: PlanInput, problems: Diagnostic[]): Step | undefined {
  const { path } = artifact;
  const present = input.presentAt(path);
  if (present.kind === 'missing') return { kind: 'add', path, artifact, before: present };
  if (present.kind === 'blocked') {
    problems.push(blocked(input.show(present.by), present.what));
    return undefined;
  }
  const known = input.owned.get(path);
  if (present.fingerprint === fingerprintOf(artifact))
    return { kind: 'same', path, fingerprint: present.fingerprint };
  if (known === undefined) problems.push(foreign(input.show(path)));
  else if (!known.includes(present.fingerprint) && !input.force)
    problems.push(drifted(input.show(path)));
  return { kind: 'change', path, artifact, before: present };
}

function goneStep(path: string, input: PlanInput, problems: Diagnostic[]): Step | undefined {
  const present = input.presentAt(path);
  // Somebody removed it, or put something else in its place: it is no longer ours.
  if (present.kind !== 'file') return undefined;
  if (!input.prune) return { kind: 'keep', path };
  const ours = input.owned.get(path)?.includes(present.fingerprint) === true;
  if (!ours && !input.force) problems.push(drifted(input.show(path)));
  return { kind: 'remove', path, before: present };
}

export function fingerprintOf(artifact: Artifact): Fingerprint {
  const { sha256, mode } = artifact;
  if (sha256 === undefined) return fingerprint(artifact.text, mode !== undefined);
  return mode === undefined ? sha256 : `${sha256}+x`;
}
