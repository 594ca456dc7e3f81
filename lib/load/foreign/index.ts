export { applyFixes } from './apply-fixes.ts';
export { type ForeignOptions, type ForeignResult, loadForeign } from './load-foreign.ts';
