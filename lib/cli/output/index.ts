export { MANIFEST, manifestOf } from './manifest.ts';
export { type Change, Output } from './output.ts';
export { makeFolder } from './staging.ts';
