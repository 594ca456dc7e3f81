export { findContent } from './find-content.ts';
export { load, type LoadOptions, type LoadResult } from './load.ts';
export { startTypeCheck } from './type-check.ts';
export type { Authoring } from './content-modules.ts';
export { type ForeignOptions, loadForeign } from './foreign/index.ts';
