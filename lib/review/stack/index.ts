export { diffAlertmanager } from './diff-alertmanager.ts';
export { diffDatasources } from './diff-datasources.ts';
export { diffPrometheus } from './diff-prometheus.ts';
export { diffText } from './diff-text.ts';
export { ofFile } from './stack-file.ts';
