export { findContent } from './find-content.ts';
export { load, type LoadOptions, type LoadResult } from './load.ts';
export { startTypeCheck, TYPE_CONFIG, typeCompiler, typeState } from './type-check.ts';
export type { Authoring, ModuleSources } from './content-modules.ts';
export { applyFixes, type ForeignOptions, loadForeign } from './foreign/index.ts';
