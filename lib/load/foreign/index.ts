export { type ForeignOptions, type ForeignResult, loadForeign } from './load-foreign.ts';
