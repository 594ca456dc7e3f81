import { type Change, type Note, note } from '../change.ts';
import { match, sameKey } from '../match.ts';
import { counted } from '../wording.ts';
import { diffDashboard, onePanel } from './diff-dashboard.ts';
import { isMovedPanel } from './match-panels.ts';
import {
  dashboardName,
  panelName,
  type ReviewedDashboard,
  type ReviewedPanel,
  rowName,
} from './reviewed-dashboard.ts';

/** All dashboards, before and after. */
export interface DashboardsDiff {
  readonly changes: readonly Change[];
  /** Of each panel that is there before and after, in whichever dashboard. */
  readonly panels: readonly PanelPair[];
  /** Each dashboard, in one of the two versions or in both. */
  readonly dashboards: readonly DashboardPair[];
}

/** Absent on the side where it is not. */
export interface DashboardPair {
  readonly before?: ReviewedDashboard;
  readonly after?: ReviewedDashboard;
}

/** One panel in two versions, with the dashboards it is in. */
export interface PanelPair {
  readonly before: Home;
  readonly after: Home;
}

/** A panel and the dashboard it is in. */
export interface Home {
  readonly dashboard: ReviewedDashboard;
  readonly panel: ReviewedPanel;
}

/** Compares all dashboards, so that a panel which went from one to another is seen. */
export function diffDashboards(
  before: readonly ReviewedDashboard[],
  after: readonly ReviewedDashboard[],
): DashboardsDiff {
  const matched = match(before, after, [
    (a, b) => (a.uid !== '' && a.uid === b.uid && a.system === b.system ? 1 : 0),
    (a, b) => (a.uid !== '' && a.uid === b.uid ? 1 : 0),
    sameKey(({ file, system }) => `${system ?? ''}/${file}`),
    (a, b) => (a.title === b.title && a.system === b.system ? 1 : 0),
    isSameContent,
  ]);
  const diffs = matched.pairs.map((pair) => ({
    ...pair,
    diff: diffDashboard(pair.before, pair.after),
  }));
  const gone = diffs.flatMap(({ before: dashboard, diff }) => homes(dashboard, diff.removed));
  const come = diffs.flatMap(({ after: dashboard, diff }) => homes(dashboard, diff.added));
  const moved = match(gone, come, [
    (a, b) => (a.dashboard.system === b.dashboard.system && isMovedPanel(a.panel, b.panel) ? 1 : 0),
  ]);
  const stayed = diffs.flatMap(({ before: old, after: young, diff }) =>
    diff.pairs.map((pair) => ({
      before: { dashboard: old, panel: pair.before },
      after: { dashboard: young, panel: pair.after },
    })),
  );
  const originals = before.flatMap((dashboard) => homes(dashboard, dashboard.panels));
  return {
    changes: [
      ...matched.added.map((each) =>
        whole('dashboard-added', each, `added, with ${contentText(each)}`),
      ),
      ...matched.removed.map((each) =>
        whole('dashboard-removed', each, `removed, with ${contentText(each)}`),
      ),
      ...diffs.flatMap(({ after: dashboard, diff }) => placed(dashboard, diff.notes)),
      ...moved.pairs.flatMap(({ before: old, after: young }) =>
        placed(young.dashboard, arrived(old, young)),
      ),
      ...moved.added.flatMap((home) => placed(home.dashboard, [addedPanel(home, originals)])),
      ...moved.removed.flatMap(({ dashboard, panel }) =>
        placed(diffs.find((each) => each.before === dashboard)?.after ?? dashboard, [
          removedPanel(panel),
        ]),
      ),
    ],
    panels: [...stayed, ...moved.pairs],
    dashboards: [
      ...matched.pairs,
      ...matched.added.map((after) => ({ after })),
      ...matched.removed.map((before) => ({ before })),
    ],
  };
}

function homes(dashboard: ReviewedDashboard, panels: readonly ReviewedPanel[]): Home[] {
  return panels.map((panel) => ({ dashboard, panel }));
}

/** Another uid, another title, another file, and most of the panels. */
function isSameContent(a: ReviewedDashboard, b: ReviewedDashboard): number {
  const had = new Set(a.panels.map(({ content }) => content));
  const common = b.panels.filter(({ content }) => had.has(content)).length;
  return common * 2 > Math.max(a.panels.length, b.panels.length) ? common : 0;
}

function whole(
  kind: 'dashboard-added' | 'dashboard-removed',
  dashboard: ReviewedDashboard,
  message: string,
): Change {
  const [each] = placed(dashboard, [note(kind, `${dashboardName(dashboard)} ${message}`)]);
  return { ...(each as Change), path: [] };
}

function contentText({ panels, rows }: ReviewedDashboard): string {
  const inRows = rows.length === 0 ? '' : ` in ${counted(rows.length, 'row')}`;
  return `${counted(panels.length, 'panel')}${inRows}`;
}

/** As changes of a dashboard. */
function placed(dashboard: ReviewedDashboard, notes: readonly Note[]): Change[] {
  const { system, uid, file } = dashboard;
  return notes.map((each) => ({
    ...each,
    ...(system === undefined ? {} : { system }),
    dashboard: uid || file,
    file,
    path: [dashboardName(dashboard), ...each.path],
  }));
}

function arrived(before: Home, after: Home): Note[] {
  const message = `${panelName(before.panel)} moved here from ${dashboardName(before.dashboard)}`;
  const facts = { before: before.dashboard.uid, after: after.dashboard.uid };
  const moved = { ...note('panel-moved', message, facts), panel: after.panel.id };
  return [moved, ...onePanel({ before: before.panel, after: after.panel })];
}

function addedPanel({ dashboard, panel }: Home, originals: readonly Home[]): Note {
  const where = panel.row === undefined ? '' : ` to ${rowName(panel.row)}`;
  const original =
    panel.asks.size === 0
      ? undefined
      : originals.find(
          (each) =>
            each.panel.content === panel.content && each.dashboard.system === dashboard.system,
        );
  const facts = { after: panel.json };
  const added = `${panelName(panel)} added${where}`;
  if (original === undefined) return { ...note('panel-added', added, facts), panel: panel.id };
  const from =
    original.dashboard.uid === dashboard.uid ? '' : ` of ${dashboardName(original.dashboard)}`;
  const message = `${added}, a copy of ${panelName(original.panel)}${from}`;
  return { ...note('panel-copied', message, facts), panel: panel.id };
}

function removedPanel(panel: ReviewedPanel): Note {
  const where = panel.row === undefined ? '' : ` from ${rowName(panel.row)}`;
  const message = `${panelName(panel)} removed${where}`;
  return { ...note('panel-removed', message, { before: panel.json }), panel: panel.id };
}
