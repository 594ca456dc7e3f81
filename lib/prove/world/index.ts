export { BlockCache } from './block-cache.ts';
export { secondsShown } from './frame-of.ts';
export { type RunningWorld, startWorld } from './run-world.ts';
export { LOOKBACK, worldKey, type WorldSize, type WorldTools } from './world-blocks.ts';
