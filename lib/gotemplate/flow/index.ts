export type { AppliedFunction } from './fact.ts';
export { type Flow, flowOf } from './flow-of.ts';
export type { FunctionUse, LabelUse, ValueUse } from './flow-state.ts';
