export type { OpenData, PreviewData } from './preview-data.ts';
export { runningPrometheus } from './running-prometheus.ts';
export { Worlds } from './worlds.ts';
