export { type GridItem, type Layout, layoutOf } from './layout.ts';
export { type Box, boxOf, pixelsOf } from './pixels.ts';
export type { Placed } from './place.ts';
export type { Choices, Drawing } from './repeat.ts';
