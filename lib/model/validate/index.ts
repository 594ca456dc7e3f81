export { checkAcross, type DashboardFace, facesOf } from './across.ts';
export { atDashboard, atPanel, atVariable } from './places.ts';
export { validateModel } from './validate-model.ts';
export { validateSystem } from './validate-system.ts';
