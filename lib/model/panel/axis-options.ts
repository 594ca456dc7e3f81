/** The value axis of a field. Fields with the same unit share one unless they are placed differently. */
export interface AxisOptions {
  readonly label?: string;
  /** Default `auto`. */
  readonly placement?: 'auto' | 'left' | 'right' | 'top' | 'bottom' | 'hidden';
  /** The axis starts at or below it. */
  readonly softMin?: number;
  /** The axis ends at or above it. */
  readonly softMax?: number;
  /** Pixels. */
  readonly width?: number;
  readonly grid?: boolean;
  readonly border?: boolean;
  readonly centeredZero?: boolean;
  readonly color?: 'text' | 'series';
  /** Base of a logarithmic scale; default linear. */
  readonly log?: 2 | 10;
  /** Linear from -symlog to symlog, logarithmic outside; needs `log`. */
  readonly symlog?: number;
}

/** Where a field is left out. */
export type HiddenFrom = readonly ('viz' | 'legend' | 'tooltip')[];

/** Several fields on top of each other; those of one `group` are one stack. */
export type Stack =
  'none' | 'normal' | 'percent' | { readonly mode: 'normal' | 'percent'; readonly group: string };

/** How thresholds are drawn on a graph. */
export type ThresholdsStyle =
  'off' | 'line' | 'dashed' | 'area' | 'line+area' | 'dashed+area' | 'series';

export type Gradient = 'none' | 'opacity' | 'hue' | 'scheme';
