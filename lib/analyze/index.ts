export { Exceptions } from './allow.ts';
export { CHECKS } from './checks/index.ts';
export type { Check, CheckDocs, Finding } from './define-check.ts';
export { run } from './run.ts';
