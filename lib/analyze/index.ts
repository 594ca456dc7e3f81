export { Exceptions } from './allow.ts';
export { CHECKS } from './checks/index.ts';
export type { Check, CheckDocs, Finding } from './define-check.ts';
export { type AllowAt, placedAllows } from './placed-allows.ts';
export { run, runSystem } from './run.ts';
