import { normaliseDashboard } from '../../normalise/index.ts';
import { type Json, jsonOf, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { plain, quoted } from '../wording.ts';

/** A dashboard in the form in which it is compared. */
export interface ReviewedDashboard {
  /** Empty where it has none. */
  readonly uid: string;
  readonly title: string;
  readonly system: string | undefined;
  readonly file: string;
  /** Normalised. */
  readonly json: Json;
  readonly rows: readonly ReviewedRow[];
  /** In reading order, those in closed rows too. */
  readonly panels: readonly ReviewedPanel[];
}

export interface ReviewedRow {
  readonly title: string;
  /** Without its panels. */
  readonly json: Json;
}

export interface ReviewedPanel {
  readonly id: number;
  readonly title: string;
  readonly type: string;
  /** Absent: above the first row. */
  readonly row: ReviewedRow | undefined;
  readonly json: Json;
  readonly box: Box;
  /** What it asks and shows, for telling which panel is which. */
  readonly asks: ReadonlySet<string>;
  /** The same for panels that are copies of each other. */
  readonly content: string;
}

/** In columns and lines of the grid; `y` from the row's header. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A dashboard as it was read. */
export interface DashboardFile {
  readonly system: string | undefined;
  readonly file: string;
  /** Classic JSON. */
  readonly json: object;
}

/** Normalises a dashboard and takes it apart. */
export function reviewedDashboard({ system, file, json: raw }: DashboardFile): ReviewedDashboard {
  const json = normaliseDashboard(raw);
  const rows: ReviewedRow[] = [];
  const panels: ReviewedPanel[] = [];
  let row: ReviewedRow | undefined;
  let top = 0;
  for (const entry of jsonsOf(json['panels'])) {
    if (entry['type'] !== 'row') {
      panels.push(reviewedPanel(entry, row, top));
      continue;
    }
    row = {
      title: textOf(entry['title']),
      json: omit(entry, 'panels', 'gridPos', 'type', 'title'),
    };
    rows.push(row);
    top = boxOf(entry).y + 1;
    for (const inside of jsonsOf(entry['panels'])) panels.push(reviewedPanel(inside, row, 0));
  }
  const { uid, title } = json;
  return { uid: textOf(uid), title: textOf(title), system, file, json, rows, panels };
}

/** `dashboard "Flashes"`. */
export function dashboardName({ title, uid, file }: ReviewedDashboard): string {
  return `dashboard ${quoted(title || uid || file)}`;
}

/** `panel "Queue"`. */
export function panelName({ title, id }: ReviewedPanel): string {
  return plain(title) === '' ? `panel ${id} without a title` : `panel ${quoted(title)}`;
}

/** `row "Health"`. */
export function rowName(row: ReviewedRow | undefined): string {
  if (row === undefined) return 'the top';
  return plain(row.title) === '' ? 'a row without a title' : `row ${quoted(row.title)}`;
}

function reviewedPanel(json: Json, row: ReviewedRow | undefined, top: number): ReviewedPanel {
  const box = boxOf(json);
  const title = textOf(json['title']);
  return {
    id: Number(json['id']),
    title,
    type: textOf(json['type']),
    row,
    json,
    box: { ...box, y: box.y - top },
    asks: asksOf(json),
    content: stableText(omit(json, 'id', 'gridPos', 'title')),
  };
}

function boxOf(json: Json): Box {
  const { x = 0, y = 0, w = 12, h = 9 } = jsonOf(json['gridPos']);
  return { x: Number(x), y: Number(y), w: Number(w), h: Number(h) };
}

function asksOf(json: Json): ReadonlySet<string> {
  const asked = jsonsOf(json['targets']).map((target) =>
    typeof target['expr'] === 'string' ? target['expr'] : stableText(omit(target, 'refId')),
  );
  const { content } = jsonOf(json['options']);
  return new Set([...asked, ...(typeof content === 'string' ? [content] : [])]);
}
