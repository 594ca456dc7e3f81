export { emitSystem, type Emitted } from './emit.ts';
export type { Artifact, Target } from './target.ts';
export { TARGETS } from './targets/index.ts';
