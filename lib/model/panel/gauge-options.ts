import type { ReduceOptions, TextSize } from './reduce-options.ts';

/** A gauge runs from the panel's `min` to its `max`. */
export interface GaugeOptions extends ReduceOptions {
  readonly showThresholdLabels?: boolean;
  /** Default true. */
  readonly showThresholdMarkers?: boolean;
  readonly orientation?: 'auto' | 'horizontal' | 'vertical';
  /** `manual` keeps to the least sizes and scrolls. Default `auto`. */
  readonly sizing?: 'auto' | 'manual';
  /** Pixels. Default 75. */
  readonly minVizWidth?: number;
  readonly minVizHeight?: number;
  readonly textSize?: TextSize;
}
