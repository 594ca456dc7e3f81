import type { Diagnostic } from '../diagnostics/index.ts';
import { locked } from './problem.ts';

/**
 * Runs `work` while no other sync is at work in the folder, on this machine or on another that shares it. Waits for the
 * other for some seconds, so that the lock of one that was killed grows stale meanwhile.
 *
 * @param folder absolute; it exists
 * @param shown how it is named in a finding
 * @returns what `work` returns, or why it did not run
 */
export async function withLock<T>(
  folder: string,
  shown: string,
  work: () => Promise<T>,
): Promise<T | { readonly problem: Diagnostic }> {
  // Only what syncs loads it.
  const { lock } = await import('proper-lockfile');
  let unlock: () => Promise<void>;
  try {
    unlock = await lock(folder, {
      lockfilePath: `${folder}/${LOCK}`,
      stale: STALE_MS,
      retries: { retries: 20, factor: 1, minTimeout: 250 },
      // Lost in a long pause of the machine: no harm, for every file is looked at again before it is replaced.
      onCompromised: () => undefined,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') {
      return { problem: locked(shown) };
    }
    throw error;
  }
  try {
    return await work();
  } finally {
    await unlock().catch(() => undefined);
  }
}

const LOCK = '.dashc-sync.lock';
/** The least that the library takes. A living holder touches its lock every second. */
const STALE_MS = 2000;
