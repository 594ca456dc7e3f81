import type { GridPos } from '../dashboard/index.ts';

/** Grafana's: a line of the grid is 30 pixels high, and 8 are between two panels. */
const LINE = 30;
const GAP = 8;
const COLUMNS = 24;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** @param width of the whole grid */
export function boxOf({ x, y, w, h }: GridPos, width: number): Box {
  const column = (width - GAP * (COLUMNS - 1)) / COLUMNS;
  return {
    left: Math.round(x * (column + GAP)),
    top: y * (LINE + GAP),
    width: Math.round(w * column + Math.max(0, w - 1) * GAP),
    height: pixelsOf(h),
  };
}

/** Height of so many lines. */
export function pixelsOf(lines: number): number {
  return Math.max(0, lines * LINE + Math.max(0, lines - 1) * GAP);
}
