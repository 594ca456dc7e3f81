import type { Dashboard } from './dashboard.ts';
import { placePanels } from './place-panels.ts';
import type { System } from './project.ts';

/** The panel that an alert links to. */
export interface AlertPanel {
  readonly dashboardUid: string;
  readonly panelId: number;
  /** The content file of the dashboard, relative to the project's root. */
  readonly dashboardFile: string;
}

/**
 * The panel of each alert that a panel draws or is linked from, by the alert's name; the first one where there are several.
 */
export function alertPanels(system: System): ReadonlyMap<string, AlertPanel> {
  const found = new Map<string, AlertPanel>();
  for (const { value: dashboard, file } of system.dashboards) {
    // Placing panels costs more than looking for alerts.
    if (!mentionsAlerts(dashboard)) continue;
    for (const { panel, id } of placePanels(dashboard).flatMap((row) => row.panels)) {
      const { queries, linkedFrom } = panel.props;
      const drawn = queries.flatMap(({ alerts = [] }) => alerts);
      for (const { name } of [...drawn, ...linkedFrom]) {
        if (found.has(name)) continue;
        found.set(name, { dashboardUid: dashboard.uid, panelId: id, dashboardFile: file });
      }
    }
  }
  return found;
}

function mentionsAlerts({ rows }: Dashboard): boolean {
  return rows.some(({ panels }) =>
    panels.some(
      ({ props: { queries, linkedFrom } }) =>
        linkedFrom.length > 0 || queries.some(({ alerts = [] }) => alerts.length > 0),
    ),
  );
}
