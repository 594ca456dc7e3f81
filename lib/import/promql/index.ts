export { builderSource, type BuilderSource, type Refused } from './builder-source.ts';
export { durationText } from './ranges.ts';
export { inferMetrics } from './infer-metrics.ts';
export { type LabelSet } from './label-set.ts';
export { recordedHandle } from './recorded-handle.ts';
export { type Handle, type Handles, handlesOf } from './handles.ts';
export { isPhysical, unitOfName } from './unit-of-name.ts';
