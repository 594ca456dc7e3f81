import type { Diagnostic, Edit } from '../../../diagnostics/index.ts';
import { panelPath } from '../../../model/index.ts';
import type { ForeignFile } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { problemAt } from '../problem.ts';
import { listOf, type Raw, rawOf, textOf } from '../raw.ts';
import type { Keys } from '../source-document.ts';
import { type Box, COLUMNS, compact, isOver } from './compact.ts';

interface Context {
  readonly file: ForeignFile;
  readonly document: JsonDocument;
  readonly uid: string;
}

/**
 * Panels of a classic dashboard that lie on each other or reach beyond the grid, on the dashboard and in each closed row:
 * Grafana shows them elsewhere than the file says. To fix it is to write down where.
 */
export function gridProblems(dashboard: Raw, keys: Keys, context: Context): Diagnostic[] {
  const list = listOf(dashboard.panels);
  const closed = list.flatMap((panel, i) =>
    ofGrid(rawOf(panel).panels, [...keys, 'panels', i, 'panels'], context),
  );
  return [...ofGrid(list, [...keys, 'panels'], context), ...closed];
}

interface PlacedBox extends Box {
  readonly panel: Raw;
  readonly keys: Keys;
}

function ofGrid(list: unknown, keys: Keys, context: Context): Diagnostic[] {
  const panels = listOf(list);
  const boxes = panels.flatMap((panel, i) => boxOf(rawOf(panel), [...keys, i]));
  // Some have no place yet: Grafana gives them one.
  if (boxes.length < panels.length) return [];
  const sorted = [...boxes].sort((a, b) => a.y - b.y || a.x - b.x);
  const [overlap, ...further] = overlapsIn(sorted);
  const wide = sorted.find(({ x, w }) => x + w > COLUMNS);
  const problems: Problem[] = [
    ...(overlap === undefined ? [] : [overlapProblem(overlap, further.length)]),
    ...(wide === undefined ? [] : [overflowProblem(wide)]),
  ];
  return problems.length === 0 ? [] : placed(problems, fixOf(boxes, context.document), context);
}

/** What is wrong with a grid, and the panel at which it is said. */
interface Problem extends Pick<Diagnostic, 'code' | 'message'> {
  readonly box: PlacedBox;
}

interface Overlap {
  readonly box: PlacedBox;
  readonly on: PlacedBox;
}

/** Every panel that lies on one before it. */
function overlapsIn(sorted: readonly PlacedBox[]): Overlap[] {
  return sorted.flatMap((box, i): Overlap[] => {
    const on = sorted.slice(0, i).find((other) => isOver(box, other));
    return on === undefined ? [] : [{ box, on }];
  });
}

function overlapProblem({ box, on }: Overlap, further: number): Problem {
  const others = further === 0 ? '' : `, and ${further} more on others`;
  return {
    code: 'dashboard-file/overlap',
    message: `\`${nameOf(box)}\` lies on \`${nameOf(on)}\`${others}, so that Grafana shows it elsewhere than the file says`,
    box,
  };
}

function overflowProblem(box: PlacedBox): Problem {
  return {
    code: 'dashboard-file/overflow',
    message: `\`${nameOf(box)}\` reaches beyond the ${COLUMNS} columns, so that Grafana shows it elsewhere than the file says`,
    box,
  };
}

function placed(
  problems: readonly Problem[],
  fix: readonly Edit[],
  { file, document, uid }: Context,
): Diagnostic[] {
  return problems.map(({ box: { panel, keys }, code, message }) => {
    const path = panelPath({ uid }, { title: textOf(panel.title) ?? '' });
    const span = document.spanOf([...keys, 'gridPos']);
    const finding = problemAt(file, span, path, { code, severity: 'warning', message });
    return fix.length === 0 ? finding : { ...finding, fix };
  });
}

function nameOf({ panel }: PlacedBox): string {
  return textOf(panel.title) ?? `${String(panel.type)} ${String(panel.id)}`;
}

/** Nothing where a panel has no sensible place. */
function boxOf(panel: Raw, keys: Keys): PlacedBox[] {
  const { x, y, w, h } = rawOf(panel.gridPos);
  if (!isWithin(x, 0, 1000) || !isWithin(y, 0, 10_000)) return [];
  // Of a row Grafana takes nothing but the height at which it is.
  if (panel.type === 'row') return [{ x: 0, y, w: COLUMNS, h: 1, panel, keys }];
  if (!isWithin(w, 1, 1000) || !isWithin(h, 1, 1000)) return [];
  return [{ x, y, w, h, panel, keys }];
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

/** Nothing where a panel is repeated: then there are more of them than the file says. */
function fixOf(boxes: readonly PlacedBox[], document: JsonDocument): readonly Edit[] {
  if (boxes.some(({ panel }) => 'repeat' in panel)) return [];
  const top = Math.min(...boxes.map(({ y }) => y));
  const moved = compact(boxes, top);
  const edits = boxes.flatMap(({ panel, keys }, i) => {
    const before = rawOf(panel.gridPos);
    return Object.entries(moved[i] ?? {})
      .filter(([key, value]) => before[key] !== value && (panel.type !== 'row' || key === 'y'))
      .map(([key, value]) => document.set([...keys, 'gridPos', key], value));
  });
  return edits.every((edit) => edit !== undefined) ? edits : [];
}
