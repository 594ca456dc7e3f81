import type { KindEmitter } from './panel-kind.ts';

/** Of a type that is not known here: the panel names it, and its options are given as they are. Every panel has one. */
export const raw: KindEmitter<'raw'> = {
  plugin: 'unknown',
  asks: 'series',
  options: () => ({}),
  defaults: { options: {} },
};
