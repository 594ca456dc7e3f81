import type { Reducer } from './reducer.ts';

/** The legend of a graph. Grafana's default is a list below it. */
export interface LegendOptions {
  readonly mode?: 'list' | 'table' | 'hidden';
  readonly placement?: 'bottom' | 'right';
  /** Values beside each name; in a table each is a column. */
  readonly calcs?: readonly Reducer[];
  /** Title of the column to sort a table by: `'Max'`, `'Last *'`, `'Name'`. */
  readonly sortBy?: string;
  readonly sortDesc?: boolean;
  /** Pixels, for a legend on the right. */
  readonly width?: number;
}
