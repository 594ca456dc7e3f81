import type { AxisOptions, Gradient, HiddenFrom, Stack } from './axis-options.ts';
import type { LegendOptions } from './legend-options.ts';
import type { TooltipOptions } from './tooltip-options.ts';

export interface HistogramField {
  /** Pixels, 0 to 10. Default 1. */
  readonly lineWidth?: number;
  /** 0 to 100. Default 80. */
  readonly fill?: number;
  readonly gradient?: Gradient;
  readonly stack?: Stack;
  readonly axis?: AxisOptions;
  readonly hide?: HiddenFrom;
}

/** Counts the values of series. For a Prometheus histogram use a heatmap. */
export interface HistogramOptions extends HistogramField {
  /** Default 30. */
  readonly bucketCount?: number;
  readonly bucketSize?: number;
  readonly bucketOffset?: number;
  /** All series as one. Default false. */
  readonly combine?: boolean;
  readonly legend?: LegendOptions;
  readonly tooltip?: TooltipOptions;
}
