import { type Draft, draftAt, draftsOf, isDraft } from './draft.ts';

/**
 * Puts the panels in the order in which people read them, and each as high as it goes: Grafana leaves no gap above a
 * panel. The places in a closed row are counted from its header.
 */
export function settle(dashboard: Draft): void {
  if (!Array.isArray(dashboard.panels)) return;
  const all = draftsOf(dashboard.panels);
  all.forEach(place);
  dashboard.panels = compacted(all, 0);
  for (const row of draftsOf(dashboard.panels)) {
    if (row.type !== 'row' || !Array.isArray(row.panels)) continue;
    const inside = draftsOf(row.panels);
    inside.forEach(place);
    // A row that is open keeps its panels beside it.
    row.panels = compacted(inside, 0);
  }
}

/** Where Grafana puts a panel that says nothing. */
function place(panel: Draft): void {
  const { x, y, w, h } = draftAt(panel, 'gridPos');
  const isRow = panel.type === 'row';
  const width = isRow ? 24 : between(w, 1, 24, 12);
  panel.gridPos = {
    x: isRow ? 0 : Math.min(between(x, 0, 23, 0), 24 - width),
    y: between(y, 0, 100_000, 0),
    w: width,
    h: isRow ? 1 : between(h, 1, 1000, 9),
  };
}

function between(value: unknown, least: number, most: number, otherwise: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
  return Math.min(Math.max(Math.round(value), least), most);
}

interface Box {
  readonly x: number;
  readonly w: number;
  readonly h: number;
  y: number;
}

function compacted(panels: readonly Draft[], top: number): Draft[] {
  const inOrder = [...panels].sort((a, b) => {
    const [p, q] = [boxOf(a), boxOf(b)];
    return p.y - q.y || p.x - q.x;
  });
  // The lowest taken line of each column is enough: a panel never passes another above it.
  const taken = new Array<number>(24).fill(top);
  const heads = [...inOrder];
  for (const panel of heads) {
    const box = boxOf(panel);
    const columns = taken.slice(box.x, box.x + box.w);
    box.y = Math.max(top, ...columns);
    taken.fill(box.y + box.h, box.x, box.x + box.w);
  }
  return heads.sort((a, b) => {
    const [p, q] = [boxOf(a), boxOf(b)];
    return p.y - q.y || p.x - q.x;
  });
}

function boxOf(panel: Draft): Box {
  const box = panel.gridPos;
  return (isDraft(box) ? box : { x: 0, y: 0, w: 12, h: 9 }) as unknown as Box;
}
