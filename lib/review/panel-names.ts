import {
  dashboardName,
  panelName,
  type PanelPair,
  type ReviewedDashboard,
} from './dashboard/index.ts';
import type { PanelNames, PanelPlace } from './rules/index.ts';

/** Finds the panels that alerts point to. */
export function panelNames(
  before: readonly ReviewedDashboard[],
  after: readonly ReviewedDashboard[],
  pairs: readonly PanelPair[],
): PanelNames {
  const key = ({ uid, id }: PanelPlace) => `${uid}/${id}`;
  const namesIn = (dashboards: readonly ReviewedDashboard[]) =>
    new Map(
      dashboards.flatMap((dashboard) =>
        dashboard.panels.map((panel) => [
          key({ uid: dashboard.uid, id: String(panel.id) }),
          `${panelName(panel)} of ${dashboardName(dashboard)}`,
        ]),
      ),
    );
  const names = { before: namesIn(before), after: namesIn(after) };
  const follows = new Map(
    pairs.map(({ before: old, after: young }) => [
      key({ uid: old.dashboard.uid, id: String(old.panel.id) }),
      key({ uid: young.dashboard.uid, id: String(young.panel.id) }),
    ]),
  );
  return {
    nameOf: (side, at) => names[side].get(key(at)),
    isSame: (old, young) => follows.get(key(old)) === key(young),
  };
}
