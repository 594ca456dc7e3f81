import type { Dashboard } from './dashboard.ts';
import { type GridPos, layout } from './layout.ts';
import type { Panel } from './panel/index.ts';
import type { Row } from './row.ts';
import { stableId } from './stable-id.ts';

/** A panel with its place and its id. */
export interface PlacedPanel {
  readonly panel: Panel;
  readonly key: string;
  readonly id: number;
  readonly gridPos: GridPos;
}

/** A row with the places and ids of its parts. */
export interface PlacedRow {
  readonly row: Row;
  /** Absent for a row without a title. */
  readonly header?: { readonly key: string; readonly id: number; readonly gridPos: GridPos };
  readonly panels: readonly PlacedPanel[];
}

/**
 * Gives each row and panel its place and its id. An id depends on the key alone, so that inserting a panel moves no
 * other id, and links and alerts go on pointing to the same panel.
 */
export function placePanels(dashboard: Dashboard): readonly PlacedRow[] {
  let rows = placed.get(dashboard);
  if (rows === undefined) placed.set(dashboard, (rows = place(dashboard)));
  return rows;
}

/** Validation, emission and the links of alerts ask for the same. */
const placed = new WeakMap<Dashboard, readonly PlacedRow[]>();

function place(dashboard: Dashboard): PlacedRow[] {
  return layout(dashboard.rows).map(({ row, header, panels }) => ({
    row,
    ...(header === undefined ? {} : { header: { ...identity(rowKey(row)), gridPos: header } }),
    panels: row.panels.flatMap((panel, i) => {
      const gridPos = panels[i];
      if (gridPos === undefined) return [];
      const { key, id } = identity(panelKey(row, panel));
      return [{ panel, key, id: panel.props.id ?? id, gridPos }];
    }),
  }));
}

function identity(key: string) {
  return { key, id: stableId(key) };
}

function rowKey(row: Row): string {
  return `row ${row.title}`;
}

function panelKey(row: Row, panel: Panel): string {
  return panel.props.key ?? `${row.title} › ${panel.props.title}`;
}
