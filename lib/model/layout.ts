import type { Panel, PanelKind } from './panel/index.ts';
import type { Row } from './row.ts';

/** Grafana's grid: `x` and `w` in columns of 24, `y` and `h` in units of 30 pixels. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Where the parts of a row are. */
export interface RowLayout {
  readonly row: Row;
  /** Absent for a row without a title. */
  readonly header?: GridPos;
  /** In the order of the row's panels. */
  readonly panels: readonly GridPos[];
}

export const COLUMNS = 24;

/**
 * Places rows below each other and their panels from left to right.
 *
 * A panel that does not fit into the line begins a new one, below the highest panel of the line before. Panels without a width share: all alone, they fill lines of
 * at most 4 (8 where all are stats or gauges) as evenly as they can; beside panels that have one, they share the columns
 * that are left. A collapsed row takes its header's place only; the places in it are those of the row once it is open.
 */
export function layout(rows: readonly Row[]): RowLayout[] {
  let y = 0;
  return rows.map((row) => {
    const hasHeader = row.title !== '' || row.header === true;
    const header = hasHeader ? { x: 0, y, w: COLUMNS, h: 1 } : undefined;
    const top = header === undefined ? y : y + 1;
    const { panels, bottom } = flow(row, top);
    y = row.collapsed && header !== undefined ? top : bottom;
    return { row, panels, ...(header === undefined ? {} : { header }) };
  });
}

function flow(row: Row, top: number) {
  let x = 0;
  let y = top;
  let line = 0;
  const given = widths(row.panels);
  const panels = row.panels.map(({ props }, i): GridPos => {
    const w = given[i] ?? COLUMNS;
    const h = whole(props.height ?? row.height, 1, 100);
    if (props.at !== undefined) {
      return { x: whole(props.at.x, 0, COLUMNS - 1), y: top + whole(props.at.y, 0, 10_000), w, h };
    }
    if (x + w > COLUMNS) {
      x = 0;
      y += line;
      line = 0;
    }
    const place = { x, y, w, h };
    x += w;
    line = Math.max(line, h);
    return place;
  });
  return { panels, bottom: Math.max(top, ...panels.map((place) => place.y + place.h)) };
}

/** A column count for each panel, 1 to 24. */
function widths(panels: readonly Panel[]): number[] {
  const given = panels.map(({ props: { width } }) =>
    width === undefined ? undefined : whole(width, 1, COLUMNS),
  );
  const open = panels.filter((_, i) => given[i] === undefined);
  const shared = open.length === panels.length ? even(open) : rest(open, given);
  let next = 0;
  return given.map((width) => width ?? shared[next++] ?? COLUMNS);
}

/** Lines that are full, with the same number of panels in each or one less in the last ones. */
function even(panels: readonly Panel[]): number[] {
  const most = panels.every(isSmall) ? 8 : 4;
  return shares(panels.length, Math.ceil(panels.length / most)).flatMap((n) => shares(COLUMNS, n));
}

/** The columns that are left, where that gives each panel room enough. */
function rest(open: readonly Panel[], given: readonly (number | undefined)[]): number[] {
  const left = COLUMNS - given.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const fair = shares(Math.max(left, 0), open.length);
  return open.map((panel, i) => {
    const share = fair[i] ?? 0;
    const least = isSmall(panel) ? 3 : 6;
    return share >= least ? share : least * 2;
  });
}

/** `total` in `n` whole parts that differ by at most one, the larger ones first. */
function shares(total: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => Math.floor(total / n) + (i < total % n ? 1 : 0));
}

const SMALL: readonly PanelKind[] = ['stat', 'gauge'];

function isSmall(panel: Panel): boolean {
  return SMALL.includes(panel.props.kind);
}

/** Numbers that no grid has are reported by the validation; here they only must not break the others' places. */
function whole(n: number, least: number, most: number): number {
  return Number.isFinite(n) ? Math.min(Math.max(Math.round(n), least), most) : least;
}
