import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that was probably meant: at most two letters off, one in a short name, a third in a long one.
 *
 * @example
 * similar('queue_dept', ['queue_depth', 'queue_size']) // 'queue_depth'
 */
export function similar(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(name, [...known].sort());
  return distance(name, found) <= mistakesIn(name.length) ? found : undefined;
}

function mistakesIn(length: number): number {
  return length <= 3 ? 1 : Math.max(2, Math.floor(length / 3));
}
