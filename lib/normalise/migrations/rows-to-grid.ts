import { type Draft, draftsOf, drop } from '../draft.ts';

/** Panels stood in rows of 12 columns before version 16; now each has its place on a grid of 24. */
export function rowsToGrid(dashboard: Draft): void {
  if (!Array.isArray(dashboard.rows)) return;
  const rows = draftsOf(dashboard.rows).filter((row) => !row.repeatIteration);
  const showHeaders = rows.some((row) => row.collapse || row.showTitle || row.repeat);
  const panels: Draft[] = [...draftsOf(dashboard.panels)];
  let nextId = Math.max(0, ...rows.flatMap((row) => draftsOf(row.panels).map(idOf))) + 1;
  let y = 0;
  for (const row of rows) {
    const height = gridHeight(row.height ?? ROW_HEIGHT);
    const header: Draft | undefined = showHeaders ? headerOf(row, nextId++, y) : undefined;
    if (header !== undefined) y++;
    const area = new RowArea(height, y);
    for (const panel of draftsOf(row.panels)) {
      const w = Math.min(24, Math.max(1, Math.floor(numberOr(panel.span, 4)) * 2));
      const h = panel.height ? gridHeight(panel.height) : height;
      const place = area.place(w);
      panel.gridPos = { x: place.x, y: area.y + place.y, w, h };
      area.add(place.x, w, place.y + h);
      if (panel.minSpan) panel.minSpan = Math.min(24, numberOr(panel.minSpan, 12) * 2);
      drop(panel, 'span', 'height');
      if (header?.collapsed !== true) panels.push(panel);
    }
    y = area.y;
    if (header !== undefined) {
      if (header.collapsed === true) header.panels = draftsOf(row.panels);
      panels.push(header);
    }
    if (header?.collapsed !== true) y += height;
  }
  dashboard.panels = panels;
  delete dashboard.rows;
}

function headerOf({ title, collapse, repeat }: Draft, id: number, y: number): Draft {
  return {
    id,
    type: 'row',
    title,
    collapsed: collapse === true,
    repeat,
    panels: [],
    gridPos: { x: 0, y, w: 24, h: 1 },
  };
}

/** Which heights of a row are taken, column by column: a panel stands at the right of the last, or in a new line. */
class RowArea {
  /** Of its first line that is still free. */
  y: number;
  readonly #height: number;
  #area: number[] = new Array<number>(24).fill(0);

  constructor(height: number, y: number) {
    this.#height = height;
    this.y = y;
  }

  add(x: number, w: number, bottom: number): void {
    for (let i = x; i < Math.min(24, x + w); i++) {
      this.#area[i] = Math.max(this.#area[i] ?? 0, bottom);
    }
  }

  place(w: number): { readonly x: number; readonly y: number } {
    const found = this.#find(w);
    if (found !== undefined) return found;
    this.y += this.#height;
    this.#area.fill(0);
    return this.#find(w) ?? { x: 0, y: 0 };
  }

  #find(w: number) {
    const taken = (i: number) => this.#area[i] ?? 0;
    let end: number | undefined;
    let start: number | undefined;
    for (let i = 23; i >= 0 && this.#height - taken(i) > 0; i--) {
      if (end === undefined) end = i;
      else if (taken(i) <= taken(i + 1)) start = i;
      else break;
    }
    if (start === undefined || end === undefined || end - start < w - 1) return undefined;
    return { x: start, y: Math.max(...this.#area.slice(start)) };
  }
}

/** Pixels. */
const ROW_HEIGHT = 250;

/** Pixels, or a text such as `250px`, in lines of 30 pixels with 8 between them. */
function gridHeight(height: unknown): number {
  const pixels = typeof height === 'string' ? parseInt(height, 10) : Number(height);
  return Math.ceil(Math.max(Number.isFinite(pixels) ? pixels : ROW_HEIGHT, 90) / 38);
}

function idOf({ id }: Draft): number {
  return numberOr(id, 0);
}

function numberOr(value: unknown, otherwise: number): number {
  const number = Number(value);
  return value && Number.isFinite(number) ? number : otherwise;
}
