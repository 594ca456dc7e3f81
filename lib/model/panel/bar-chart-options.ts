import type { AxisOptions, Gradient, HiddenFrom, ThresholdsStyle } from './axis-options.ts';
import type { LegendOptions } from './legend-options.ts';
import type { TooltipOptions } from './tooltip-options.ts';

export interface BarChartField {
  /** Pixels, 0 to 10. Default 1. */
  readonly lineWidth?: number;
  /** 0 to 100. Default 80. */
  readonly fill?: number;
  readonly gradient?: Gradient;
  readonly thresholdsStyle?: ThresholdsStyle;
  readonly axis?: AxisOptions;
  readonly hide?: HiddenFrom;
}

/** Bars by category: needs a text field, as an instant query in table format has. */
export interface BarChartOptions extends BarChartField {
  /** Field of the categories. Default the first text or time field. */
  readonly xField?: string;
  readonly colorByField?: string;
  readonly orientation?: 'auto' | 'horizontal' | 'vertical';
  readonly stack?: 'none' | 'normal' | 'percent';
  readonly showValue?: 'auto' | 'always' | 'never';
  /** Share of its place, 0 to 1. Default 0.97. */
  readonly barWidth?: number;
  /** Share of its place, 0 to 1. Default 0.7. */
  readonly groupWidth?: number;
  /** Degrees, -90 to 90. */
  readonly xTickLabelRotation?: number;
  /** Characters. */
  readonly xTickLabelMaxLength?: number;
  readonly legend?: LegendOptions;
  readonly tooltip?: TooltipOptions;
}
