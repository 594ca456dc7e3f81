import type { PanelJson } from '../dashboard/index.ts';
import { compact, heightOf, type Placed } from './place.ts';
import { type Choices, type Drawing, repeatPanels } from './repeat.ts';

/** A row's line, or a panel. */
export type GridItem = Drawing & { readonly isRow: boolean; readonly count: number };

export interface Layout {
  readonly items: readonly Placed<GridItem>[];
  readonly height: number;
}

interface Section {
  readonly row: PanelJson | undefined;
  readonly panels: readonly PanelJson[];
}

/**
 * Where everything of a dashboard is: rows one below the other, each with its panels compacted under it.
 *
 * @param isCollapsed whether the row of that key is; its panels are not placed
 */
export function layoutOf(
  panels: readonly PanelJson[],
  choices: Choices,
  isCollapsed: (key: string, row: PanelJson) => boolean,
): Layout {
  const items: Placed<GridItem>[] = [];
  let top = 0;
  for (const { row, panels: own } of sectionsOf(panels)) {
    const values = row === undefined || row.repeat === '' ? undefined : choices[row.repeat];
    for (const value of values ?? [undefined]) {
      const scoped = value === undefined || row === undefined ? {} : { [row.repeat]: value };
      const placed = compact(repeatPanels(own, choices, scoped));
      if (row !== undefined) {
        const key = `row ${row.id}${value === undefined ? '' : `:${value}`}`;
        items.push({
          item: { key, panel: row, scoped, isRow: true, count: placed.length },
          at: { x: 0, y: top, w: 24, h: 1 },
        });
        top++;
        if (isCollapsed(key, row)) continue;
      }
      for (const { item, at } of placed) {
        items.push({ item: { ...item, isRow: false, count: 0 }, at: { ...at, y: at.y + top } });
      }
      top += heightOf(placed);
    }
  }
  return { items, height: top };
}

/** A row holds what comes after it, up to the next one; a collapsed one has its panels inside. */
function sectionsOf(panels: readonly PanelJson[]): readonly Section[] {
  const inOrder = [...panels].sort(
    (a, b) => a.gridPos.y - b.gridPos.y || a.gridPos.x - b.gridPos.x,
  );
  const sections: { row: PanelJson | undefined; panels: PanelJson[] }[] = [
    { row: undefined, panels: [] },
  ];
  for (const panel of inOrder) {
    if (panel.type === 'row') sections.push({ row: panel, panels: [...panel.panels] });
    else sections.at(-1)?.panels.push(panel);
  }
  return sections;
}
