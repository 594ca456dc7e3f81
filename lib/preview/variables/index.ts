export { ALL } from './choose.ts';
export { type ResolvedVariables, resolveVariables } from './resolve-variables.ts';
