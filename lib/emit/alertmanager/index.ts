export { alertmanagerConfig } from './alertmanager-config.ts';
export {
  alertmanagerEntrypoint,
  alertmanagerFiles,
  alertmanagerVariables,
  inAlertmanager,
  templateFile,
} from './alertmanager-files.ts';
export { routeProblems } from './route-problems.ts';
export { receiversOf } from './routing.ts';
