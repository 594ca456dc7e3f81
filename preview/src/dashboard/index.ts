export {
  type DashboardJson,
  type GridPos,
  type LinkJson,
  type PanelJson,
  readDashboard,
} from './dashboard-json.ts';
