import { classicDashboardIn } from '../normalise/index.ts';
import { diffDashboards, type ReviewedDashboard } from './dashboard/index.ts';
import type { Side } from './review.ts';
import { type Known, snapshotOf } from './snapshot.ts';

/** A dashboard that is not letter by letter what it was. */
export interface ChangedDashboard {
  readonly system: string | undefined;
  /** Absent: it is new. */
  readonly before?: DashboardVersion;
  /** Absent: it is gone. */
  readonly after?: DashboardVersion;
  /** Ids of the panels that are in both: of before, by that of after. */
  readonly panels: ReadonlyMap<number, number>;
}

export interface DashboardVersion {
  /** What its changes call it: its uid; its file where it has none. */
  readonly name: string;
  readonly title: string;
  readonly file: string;
  /** Classic, and otherwise as it is in the file. */
  readonly json: object;
}

/** The dashboards that have to be looked at, in the order of their files. */
export function changedDashboards(before: Side, after: Side): ChangedDashboard[] {
  const known: Known = new Map();
  const [old, young] = [snapshotOf(before.files, known), snapshotOf(after.files, known)];
  const { dashboards, panels } = diffDashboards(old.dashboards, young.dashboards);
  const [oldText, youngText] = [textsOf(before), textsOf(after)];
  const changed = dashboards.flatMap((pair): ChangedDashboard[] => {
    const was = versionOf(pair.before, oldText);
    const is = versionOf(pair.after, youngText);
    const same = was !== undefined && JSON.stringify(was.json) === JSON.stringify(is?.json);
    if (same) return [];
    const common = panels.filter((each) => {
      return each.before.dashboard === pair.before && each.after.dashboard === pair.after;
    });
    return [
      {
        system: (pair.after ?? pair.before)?.system,
        ...(was === undefined ? {} : { before: was }),
        ...(is === undefined ? {} : { after: is }),
        panels: new Map(common.map((each) => [each.after.panel.id, each.before.panel.id])),
      },
    ];
  });
  const key = ({ before: was, after: is }: ChangedDashboard) => (is ?? was)?.file ?? '';
  return changed.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

type Texts = ReadonlyMap<string, string>;

function textsOf({ files }: Side): Texts {
  return new Map(files.map(({ system, path, text }) => [keyOf(system, path), text]));
}

function keyOf(system: string | undefined, file: string): string {
  return JSON.stringify([system ?? null, file]);
}

function versionOf(
  dashboard: ReviewedDashboard | undefined,
  texts: Texts,
): DashboardVersion | undefined {
  if (dashboard === undefined) return undefined;
  const { uid, title, file, system } = dashboard;
  // It was read before, as a dashboard.
  const json = classicDashboardIn(JSON.parse(texts.get(keyOf(system, file)) ?? '{}') as object);
  return typeof json === 'object' ? { name: uid || file, title, file, json } : undefined;
}
