/** Two things that are the same one, before and after. */
export interface Pair<T> {
  readonly before: T;
  readonly after: T;
}

export interface Matched<T> {
  /** In the order of after. */
  readonly pairs: readonly Pair<T>[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** How sure it is that two things are the same one; 0: they are not. */
export type Likeness<T> = (before: T, after: T) => number;

/**
 * Finds what is the same before and after. What an earlier step matched is left alone by the later ones; within a step
 * the most alike are matched first, and of equals those that stand at the same place.
 */
export function match<T>(
  before: readonly T[],
  after: readonly T[],
  steps: readonly Likeness<T>[],
): Matched<T> {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const likeness of steps) {
    const candidates: { b: number; a: number; score: number }[] = [];
    before.forEach((old, b) => {
      if (taken.has(b)) return;
      after.forEach((young, a) => {
        if (found.has(a)) return;
        const score = likeness(old, young);
        if (score > 0) candidates.push({ b, a, score });
      });
    });
    candidates.sort(
      (p, q) => q.score - p.score || Math.abs(p.b - p.a) - Math.abs(q.b - q.a) || p.b - q.b,
    );
    for (const { b, a } of candidates) {
      if (taken.has(b) || found.has(a)) continue;
      taken.add(b);
      found.set(a, b);
    }
  }
  return {
    pairs: after.flatMap((young, a) => {
      const old = before[found.get(a) ?? -1];
      return old === undefined ? [] : [{ before: old, after: young }];
    }),
    removed: before.filter((_, b) => !taken.has(b)),
    added: after.filter((_, a) => !found.has(a)),
  };
}

/** A step: alike where a key is the same. No key is like none. */
export function sameKey<T>(keyOf: (item: T) => string | number | undefined): Likeness<T> {
  return (before, after) => {
    const key = keyOf(before);
    return key !== undefined && key !== '' && key === keyOf(after) ? 1 : 0;
  };
}

/**
 * Which of the things that are there before and after were moved past others: the fewest whose move explains the order.
 *
 * @param places of each, before, in the order of after
 * @returns indexes in that list
 */
export function movedOf(places: readonly number[]): ReadonlySet<number> {
  // The longest rising row stays; the others moved.
  const length: number[] = [];
  const previous: number[] = [];
  let best = -1;
  places.forEach((place, i) => {
    length[i] = 1;
    previous[i] = -1;
    for (let j = 0; j < i; j++) {
      if ((places[j] ?? 0) < place && (length[j] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[j] ?? 0) + 1;
        previous[i] = j;
      }
    }
    if (best === -1 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  });
  const stay = new Set<number>();
  for (let i = best; i >= 0; i = previous[i] ?? -1) stay.add(i);
  return new Set(places.flatMap((_, i) => (stay.has(i) ? [] : [i])));
}
