import type { GridPos } from '../dashboard/index.ts';

/** Something on the grid. */
export interface Placed<T> {
  readonly item: T;
  readonly at: GridPos;
}

/**
 * Grafana's vertical compaction: from the top, each moves up as far as nothing is in its way, and down where something
 * already is where it should be.
 */
export function compact<T>(placed: readonly Placed<T>[]): readonly Placed<T>[] {
  const done: Placed<T>[] = [];
  const inOrder = [...placed].sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x);
  for (const { item, at } of inOrder) {
    let y = at.y;
    while (y > 0 && !isTaken({ ...at, y: y - 1 }, done)) y--;
    while (isTaken({ ...at, y }, done)) y++;
    done.push({ item, at: { ...at, y } });
  }
  return done;
}

function isTaken(at: GridPos, others: readonly Placed<unknown>[]): boolean {
  return others.some(
    ({ at: other }) =>
      at.x < other.x + other.w &&
      other.x < at.x + at.w &&
      at.y < other.y + other.h &&
      other.y < at.y + at.h,
  );
}

/** The first line below all of them. */
export function heightOf(placed: readonly Placed<unknown>[]): number {
  return Math.max(0, ...placed.map(({ at }) => at.y + at.h));
}
