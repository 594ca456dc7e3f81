export { importMetrics } from './import-metrics.ts';
