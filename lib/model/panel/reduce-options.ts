import type { Reducer } from './reducer.ts';

/** How panels that show single values make them. */
export interface ReduceOptions {
  /** One value a series. Default `['lastNotNull']`. */
  readonly calcs?: readonly Reducer[];
  /** One value a row instead of one a series: for results of `format: 'table'`. Default false. */
  readonly values?: boolean;
  /** Fields that are shown: a name, or `/regex/`. Default all numeric ones. */
  readonly fields?: string;
  /** Most rows, where `values` is true. */
  readonly limit?: number;
}

/** Sizes of texts in pixels. Default: what fits. */
export interface TextSize {
  readonly title?: number;
  readonly value?: number;
}
