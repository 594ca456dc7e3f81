export { DashboardList } from './dashboard-list.tsx';
