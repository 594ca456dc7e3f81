export { importDashboards } from './import-dashboards.ts';
export { readFile as readDashboardFile } from './read-file.ts';
