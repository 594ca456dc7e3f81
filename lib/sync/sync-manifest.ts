import * as z from 'zod';

import { isPathBelow } from '../emit/index.ts';
import type { Fingerprint } from './fingerprint.ts';

/** In every folder that is synced: what dashc wrote there, and may therefore replace and remove. */
export const SYNC_MANIFEST = '.dashc-sync.json';

/**
 * What dashc wrote, by path below the folder. A file has two fingerprints while it is being replaced: whichever of the
 * two is found after a crash, it is dashc's.
 */
export type Owned = ReadonlyMap<string, readonly Fingerprint[]>;

/** The text of a manifest; the same files give the same bytes. */
export function printManifest(owned: Owned): string {
  const note = 'Written by dashc sync: the files of this folder that it owns. Do not edit.';
  const files = Object.fromEntries([...owned].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ note, files }, null, 2)}\n`;
}

/** @returns `undefined` for text that is not a manifest */
export function readManifest(text: string): Owned | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { success, data } = SHAPE.safeParse(value);
  return success ? new Map(Object.entries(data.files)) : undefined;
}

const SHAPE = z.object({
  files: z.record(
    // Only paths below the folder: a manifest never makes dashc touch something elsewhere.
    z.string().refine(isPathBelow),
    z.array(z.string().regex(/^[0-9a-f]{64}(\+x)?$/)).min(1),
  ),
});
