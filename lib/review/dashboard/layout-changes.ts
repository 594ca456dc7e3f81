import { note, type Note } from '../change.ts';
import { isSame } from '../json.ts';
import { type Matched, movedOf, type Pair } from '../match.ts';
import { optionChanges } from './panel-options.ts';
import {
  panelName,
  type ReviewedDashboard,
  type ReviewedPanel,
  type ReviewedRow,
  rowName,
} from './reviewed-dashboard.ts';

/** What happened to the rows themselves. */
export function rowChanges(
  before: ReviewedDashboard,
  { pairs, added, removed }: Matched<ReviewedRow>,
  after: ReviewedDashboard,
): Note[] {
  const moved = movedOf(pairs.map((pair) => before.rows.indexOf(pair.before)));
  return [
    ...added.map((row) => note('row-added', `${rowName(row)} added`, { after: row.title })),
    ...removed.map((row) => note('row-removed', `${rowName(row)} removed`, { before: row.title })),
    ...pairs.flatMap((pair, i) => [
      ...renamedRow(pair),
      ...(moved.has(i) ? [movedRow(pair.after, after.rows)] : []),
      ...rowSettings(pair),
    ]),
  ];
}

function renamedRow({ before, after }: Pair<ReviewedRow>): Note[] {
  if (before.title === after.title) return [];
  const message = `${rowName(before)} renamed to ${rowName(after).replace(/^row /, '')}`;
  return [note('row-renamed', message, { before: before.title, after: after.title })];
}

function movedRow(row: ReviewedRow, rows: readonly ReviewedRow[]): Note {
  const previous = rows[rows.indexOf(row) - 1];
  const where = previous === undefined ? 'to the top' : `below ${rowName(previous)}`;
  return note('row-moved', `${rowName(row)} moved ${where}`);
}

function rowSettings({ before, after }: Pair<ReviewedRow>): Note[] {
  const path = [rowName(after)];
  const [was, is] = [before.json['collapsed'] === true, after.json['collapsed'] === true];
  const collapsed =
    was === is
      ? []
      : [
          note('row-setting', is ? 'closed at first' : 'open at first', {
            before: was,
            after: is,
            path,
          }),
        ];
  const rest = (row: ReviewedRow) => ({ ...row.json, collapsed: undefined });
  const others = isSame(rest(before), rest(after))
    ? []
    : optionChanges(rest(before), rest(after), 'row-setting').map((each) => ({ ...each, path }));
  return [...collapsed, ...others];
}

/** What happened to the places of the panels that stayed in the dashboard. */
export function placeChanges(
  panels: Matched<ReviewedPanel>,
  rows: Matched<ReviewedRow>,
  { panels: before }: ReviewedDashboard,
): Note[] {
  const rowBefore = new Map(rows.pairs.map((pair) => [pair.after, pair.before]));
  const stayed = ({ before: old, after: { row } }: Pair<ReviewedPanel>) =>
    row === undefined ? old.row === undefined : rowBefore.get(row) === (old.row ?? null);
  const notes = panels.pairs.flatMap((pair) => [
    ...(stayed(pair) ? [] : [toOtherRow(pair)]),
    ...sizeChange(pair),
  ]);
  const byRow = groupByRow(panels.pairs);
  for (const [row, pairs] of byRow) {
    const here = pairs.filter(stayed);
    const moved = movedOf(here.map((pair) => before.indexOf(pair.before)));
    const inOrder = pairs.map((pair) => pair.after);
    notes.push(...[...moved].flatMap((i) => movedInRow(here[i], inOrder)));
    // Where nothing else happened to the row, other columns are a decision.
    const isQuiet =
      here.length === pairs.length &&
      moved.size === 0 &&
      pairs.every((pair) => sizeChange(pair).length === 0) &&
      !panels.added.some((panel) => panel.row === row) &&
      !panels.removed.some((panel) => panel.row === pairs[0]?.before.row);
    if (isQuiet) notes.push(...pairs.flatMap(otherColumn));
  }
  return notes;
}

function groupByRow(
  pairs: readonly Pair<ReviewedPanel>[],
): ReadonlyMap<ReviewedRow | undefined, readonly Pair<ReviewedPanel>[]> {
  const groups = new Map<ReviewedRow | undefined, Pair<ReviewedPanel>[]>();
  for (const pair of pairs) {
    const group = groups.get(pair.after.row);
    if (group === undefined) groups.set(pair.after.row, [pair]);
    else group.push(pair);
  }
  return groups;
}

function toOtherRow({ before, after }: Pair<ReviewedPanel>): Note {
  const message = `${panelName(after)} moved from ${rowName(before.row)} to ${rowName(after.row)}`;
  return {
    ...note('panel-moved', message, {
      before: before.row?.title ?? null,
      after: after.row?.title ?? null,
    }),
    panel: after.id,
  };
}

function movedInRow(
  pair: Pair<ReviewedPanel> | undefined,
  inOrder: readonly ReviewedPanel[],
): Note[] {
  if (pair === undefined) return [];
  const previous = inOrder[inOrder.indexOf(pair.after) - 1];
  const where =
    previous === undefined
      ? `to the front of ${rowName(pair.after.row)}`
      : `behind ${panelName(previous)}`;
  return [
    { ...note('panel-moved', `${panelName(pair.after)} moved ${where}`), panel: pair.after.id },
  ];
}

function otherColumn({ before, after }: Pair<ReviewedPanel>): Note[] {
  if (before.box.x === after.box.x && before.box.y === after.box.y) return [];
  const place = ({ box: { x, y } }: ReviewedPanel) => `column ${x + 1}, line ${y + 1}`;
  const message = `${panelName(after)} moved from ${place(before)} to ${place(after)}`;
  return [
    { ...note('panel-moved', message, { before: before.box, after: after.box }), panel: after.id },
  ];
}

function sizeChange({ before: { box: from }, after }: Pair<ReviewedPanel>): Note[] {
  const { box: to } = after;
  const parts = [
    ...(from.w === to.w ? [] : [`width ${from.w} to ${to.w} of 24 columns`]),
    ...(from.h === to.h ? [] : [`height ${from.h} to ${to.h} lines`]),
  ];
  if (parts.length === 0) return [];
  const facts = { before: from, after: to, path: [panelName(after)] };
  return [{ ...note('panel-resized', parts.join(' and '), facts), panel: after.id }];
}
