export { type Applied, apply, type Before, restore } from './apply.ts';
export { withLock } from './lock.ts';
export { type Plan, plan, type Step } from './plan.ts';
export { presentAt } from './present.ts';
export { badManifest, refused } from './problem.ts';
export { compareRules, reload, type Servers } from './reload.ts';
export { fileRules, type Rules } from './running-rules.ts';
export { type Owned, readManifest, SYNC_MANIFEST } from './sync-manifest.ts';
