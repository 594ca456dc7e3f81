import {
  type Dashboard,
  dashboard,
  type DashboardSpec,
  type Panel,
  row,
} from '../../lib/model/index.ts';

/** A dashboard with one row of these panels. */
export function shopDashboard(
  panels: readonly Panel[],
  changes: Partial<DashboardSpec> = {},
): Dashboard {
  return dashboard({ uid: 'shop', title: 'Shop', rows: [row('Row', panels)], ...changes });
}
