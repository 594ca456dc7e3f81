import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Diagnostic } from '../diagnostics/index.ts';
import type { Artifact } from '../emit/index.ts';
import {
  badManifest,
  type Owned,
  type Plan,
  plan,
  presentAt,
  readManifest,
  refused,
  SYNC_MANIFEST,
} from '../sync/index.ts';

/** One system's folder in the target of a sync, and what has to happen there. */
export interface SyncedFolder {
  /** Absolute. */
  readonly folder: string;
  readonly owned: Owned;
  readonly plan: Plan;
  /** How a path below it is named in findings. */
  readonly show: (below: string) => string;
}

/** The folder that is synced. */
export interface SyncTarget {
  /** Absolute, with one folder a system. */
  readonly folder: string;
  /** How it is named. */
  readonly shown: string;
}

export interface PlanOptions {
  readonly prune: boolean;
  readonly force: boolean;
}

/** Compares a system's folder with what was built. */
export function planSystem(
  target: SyncTarget,
  system: string,
  wanted: readonly Artifact[],
  { prune, force }: PlanOptions,
): SyncedFolder {
  const folder = path.join(target.folder, system);
  const show = (below: string) => path.posix.join(target.shown, system, below);
  const nothing = (problem: Diagnostic): SyncedFolder => {
    return { folder, owned: new Map(), plan: { steps: [], problems: [problem] }, show };
  };
  const manifest = path.join(folder, SYNC_MANIFEST);
  try {
    const owned = existsSync(manifest)
      ? readManifest(readFileSync(manifest, 'utf8'))
      : new Map<string, never>();
    if (owned === undefined) return nothing(badManifest(show(SYNC_MANIFEST)));
    const look = (below: string) => presentAt(folder, below);
    const planned = plan({ wanted, owned, presentAt: look, prune, force, show });
    return { folder, owned, plan: planned, show };
  } catch (error) {
    const problem = refused(error, show('.'));
    if (problem === undefined) throw error;
    return nothing(problem);
  }
}

/** Names of the systems that have been synced to a target, sorted. */
export function syncedSystems(target: string): string[] {
  if (!existsSync(target)) return [];
  return readdirSync(target)
    .filter((name) => existsSync(path.join(target, name, SYNC_MANIFEST)))
    .sort();
}
