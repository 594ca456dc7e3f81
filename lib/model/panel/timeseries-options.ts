import type { DurationLike } from '../../catalog/index.ts';
import type { AxisOptions, Gradient, HiddenFrom, Stack, ThresholdsStyle } from './axis-options.ts';
import type { LegendOptions } from './legend-options.ts';
import type { TooltipOptions } from './tooltip-options.ts';

/** How one series of a time series panel is drawn. */
export interface TimeseriesField {
  /** Default `line`. */
  readonly draw?: 'line' | 'bars' | 'points';
  /** Default `linear`. `stepAfter` for values that hold until the next sample. */
  readonly interpolation?: 'linear' | 'smooth' | 'stepBefore' | 'stepAfter';
  /** Pixels, 0 to 10. Default 1. */
  readonly lineWidth?: number;
  readonly lineStyle?: 'solid' | 'dash' | 'dot';
  /** Opacity of the area below, 0 to 100. Default 0. */
  readonly fill?: number;
  readonly gradient?: Gradient;
  /** Name of a series: the area between this one and that one is filled. */
  readonly fillBelowTo?: string;
  /** Default `auto`: where samples are sparse. */
  readonly points?: 'auto' | 'always' | 'never';
  /** Pixels, 1 to 40. Default 5. */
  readonly pointSize?: number;
  /** Default `none`. */
  readonly stack?: Stack;
  /** Draws on over gaps: all, or those up to a length. Default false. */
  readonly connectNulls?: boolean | DurationLike;
  /** Breaks the line where samples are further apart. Default false. */
  readonly disconnect?: false | DurationLike;
  /** Default: `line` when the panel has thresholds, else `off`. */
  readonly thresholdsStyle?: ThresholdsStyle;
  /** `negative-Y` draws below zero: in and out on one graph. */
  readonly transform?: 'constant' | 'negative-Y';
  /** Of bars, around their time. Default `center`. */
  readonly barAlignment?: 'before' | 'center' | 'after';
  /** Share of the space between samples, 0 to 1. Default 0.6. */
  readonly barWidthFactor?: number;
  readonly axis?: AxisOptions;
  readonly hide?: HiddenFrom;
}

export interface TimeseriesOptions extends TimeseriesField {
  readonly legend?: LegendOptions;
  readonly tooltip?: TooltipOptions;
}
