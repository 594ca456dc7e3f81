export { emitDashboard } from './emit-dashboard.ts';
export type { Units } from './panel-units.ts';
