export { CONSTANT_DEFAULTS, PANEL_DEFAULTS, PART_DEFAULTS } from './default-tables.ts';
export { emitDashboard } from './emit-dashboard.ts';
export type { Units } from './panel-units.ts';
export { unitsOf } from './units-of.ts';
