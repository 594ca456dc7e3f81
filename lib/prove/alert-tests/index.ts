export { Bench, type BenchOptions } from './bench.ts';
export type { Coverage, Reached } from './coverage.ts';
export type { EdgeCase, MissingEdge } from './edges/index.ts';
export { type MutatedSystem, type MutationProgress, runMutants, scoreOf } from './mutate/index.ts';
export { testAlerts, type TestedAlert, type TestedSystem } from './test-alerts.ts';
