export type { Mutant } from './mutants.ts';
export type { MutationKind } from './mutate-expr.ts';
export { type MutatedSystem, type MutationProgress, runMutants, scoreOf } from './run-mutants.ts';
