import { createHash } from 'node:crypto';

/**
 * A number from 0 to 1, exclusive, that is always the same for the same parts and looks like chance.
 *
 * @example
 * fraction('{job="api"}', 3) // 0.7…
 */
export function fraction(...parts: readonly (string | number)[]): number {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

/** One of several; `undefined` of none. */
export function pick<T>(from: readonly T[], ...parts: readonly (string | number)[]): T | undefined {
  return from[Math.floor(fraction(...parts) * from.length)];
}
