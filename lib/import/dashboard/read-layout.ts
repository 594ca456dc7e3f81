import { layout, Panel, type PanelKind } from '../../model/index.ts';
import { settle } from '../../normalise/index.ts';
import { type Code, json, method } from '../source/index.ts';
import { listOf, type Raw, rawAt } from './readers.ts';

/** Panels under one header, or before the first. */
export interface PanelGroup {
  readonly header: Raw | undefined;
  readonly panels: readonly Raw[];
}

/** The rows of a normalised dashboard. Panels after a closed row are in a group of their own. */
export function groupsOf(dashboard: Raw): readonly PanelGroup[] {
  const groups: { header: Raw | undefined; panels: Raw[] }[] = [];
  let open: Raw[] | undefined;
  for (const panel of listOf(dashboard.panels)) {
    if (panel.type === 'row') {
      const isClosed = panel.collapsed === true;
      const panels = isClosed ? [...listOf(panel.panels)] : [];
      groups.push({ header: panel, panels });
      open = isClosed ? undefined : panels;
      continue;
    }
    if (open === undefined) groups.push({ header: undefined, panels: (open = []) });
    open.push(panel);
  }
  return groups;
}

/** How the panels of a group are placed. */
export interface Placement {
  /** Of the row. */
  readonly height: number;
  /** The calls of each panel. */
  readonly calls: readonly ((panel: Code) => Code)[];
}

interface Size {
  readonly width?: number;
  readonly height?: number;
  readonly at?: { readonly x: number; readonly y: number };
}

/** The flow where it gives the same grid: without widths, or with them; else places of their own. */
export function placementOf(group: PanelGroup, kindOf: (panel: Raw) => PanelKind): Placement {
  const boxes = group.panels.map((panel) => boxOf(panel));
  const height = mostCommon(boxes.map(({ h }) => h)) ?? 8;
  const top = topOf(group, boxes);
  const heights = boxes.map(({ h }): Size => (h === height ? {} : { height: h }));
  const widths = boxes.map(({ w }, i): Size => ({ width: w, ...heights[i] }));
  const kinds = group.panels.map(kindOf);
  const flows = [heights, widths].find((sizes) => isSame(sizes, kinds, height, boxes, top));
  const sizes =
    flows ?? boxes.map(({ x, y }, i): Size => ({ ...widths[i], at: { x, y: y - top } }));
  return { height, calls: sizes.map(callsOf) };
}

function callsOf({ width, height, at }: Size): (panel: Code) => Code {
  return (panel) => {
    let code = panel;
    if (width !== undefined) code = method(code, 'width', [json(width)]);
    if (height !== undefined) code = method(code, 'height', [json(height)]);
    if (at !== undefined) code = method(code, 'at', [json(at.x), json(at.y)]);
    return code;
  };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function boxOf(panel: Raw): Box {
  return rawAt(panel, 'gridPos') as unknown as Box;
}

/** The line from which the places of a row's panels are counted. */
function topOf({ header }: PanelGroup, boxes: readonly Box[]): number {
  if (header === undefined) return Math.min(...boxes.map(({ y }) => y));
  return header.collapsed === true ? 0 : boxOf(header).y + 1;
}

function isSame(
  sizes: readonly Size[],
  kinds: readonly PanelKind[],
  height: number,
  boxes: readonly Box[],
  top: number,
): boolean {
  const panels = sizes.map((size, i) => {
    const panel = Panel.make(kinds[i] ?? 'timeseries', { title: '' }, undefined);
    return Panel.of({ ...panel.props, ...size });
  });
  const [placed] = layout([{ kind: 'row', title: '', panels, height, collapsed: false }]);
  const drawn = (placed?.panels ?? []).map((gridPos, id) => ({ id, gridPos: { ...gridPos } }));
  const dashboard = { panels: drawn };
  settle(dashboard);
  return dashboard.panels.every(({ id, gridPos: { x, y, w, h } }, i) => {
    const box = boxes[i];
    return (
      id === i &&
      box !== undefined &&
      box.x === x &&
      box.y - top === y &&
      box.w === w &&
      box.h === h
    );
  });
}

function mostCommon(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
