import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Step } from '../sync/index.ts';
import type { SyncedFolder } from './synced-folder.ts';

/** A step of a sync, as it is told. */
export interface ToldStep {
  readonly kind: Step['kind'];
  readonly shown: string;
  /** What changes in a dashboard or a rule file, a line each. */
  readonly changes: readonly string[];
}

/** All steps, in order. To be called before the files are replaced. */
export async function toldOf(folders: readonly SyncedFolder[]): Promise<readonly ToldStep[]> {
  const told: ToldStep[] = [];
  for (const { plan, show, folder } of folders) {
    for (const step of plan.steps) {
      const changes = await changesOf(step, folder);
      told.push({ kind: step.kind, shown: show(step.path), changes });
    }
  }
  return told;
}

async function changesOf(step: Step, folder: string): Promise<readonly string[]> {
  if (step.kind !== 'change' || !/\.(?:json|ya?ml)$/.test(step.path)) return [];
  const { describeFile } = await import('../review/index.ts');
  const before = textAt(path.join(folder, step.path));
  return before === undefined ? [] : describeFile(step.path, before, step.artifact.text);
}

/** `undefined` where it cannot be read; whoever replaces it says so. */
function textAt(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
