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

/**
 * All steps, in order. To be called before the files are replaced: it reads them.
 *
 * @returns what compares them, which can wait until the files are replaced
 */
export function noteSteps(folders: readonly SyncedFolder[]): () => Promise<readonly ToldStep[]> {
  const noted = folders.flatMap(({ plan, show, folder }) =>
    plan.steps.map((step) => ({ step, shown: show(step.path), before: textBefore(step, folder) })),
  );
  return async () => {
    const told: ToldStep[] = [];
    for (const { step, shown, before } of noted)
      told.push({ kind: step.kind, shown, changes: await changesOf(step, before) });
    return told;
  };
}

async function changesOf(step: Step, before: string | undefined): Promise<readonly string[]> {
  if (step.kind !== 'change' || before === undefined) return [];
  const { describeFile } = await import('../review/index.ts');
  return describeFile(step.path, before, step.artifact.text);
}

/** `undefined` where it is not compared, or cannot be read; whoever replaces it says so. */
function textBefore(step: Step, folder: string): string | undefined {
  if (step.kind !== 'change' || !/\.(?:json|ya?ml)$/.test(step.path)) return undefined;
  try {
    return readFileSync(path.join(folder, step.path), 'utf8');
  } catch {
    return undefined;
  }
}
