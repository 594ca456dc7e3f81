export { atDashboard, atPanel, atVariable } from './places.ts';
export { validateModel } from './validate-model.ts';
