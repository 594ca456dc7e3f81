export {
  type DashboardPair,
  type DashboardsDiff,
  diffDashboards,
  type Home,
  type PanelPair,
} from './diff-dashboards.ts';
export {
  type DashboardFile,
  dashboardName,
  panelName,
  type ReviewedDashboard,
  reviewedDashboard,
  type ReviewedPanel,
} from './reviewed-dashboard.ts';
export { optionChanges } from './panel-options.ts';
