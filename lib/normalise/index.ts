export { type Difference, differences } from './differences.ts';
export { classicDashboardIn, normaliseDashboard, NORMALISER_RULES } from './normalise-dashboard.ts';
export { settle } from './layout.ts';
export { hasComment, spellPromql, spellVariableQuery } from './query-text.ts';
export type { NormaliserRule } from './rule.ts';
export { isModelled } from './kinds.ts';
