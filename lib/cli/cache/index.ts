export { BuildCache, type KnownSystem } from './build-cache.ts';
export { hashOf, sha256 } from './hash.ts';
export { PassedChecks } from './passed-checks.ts';
export type { SystemRecord } from './system-record.ts';
