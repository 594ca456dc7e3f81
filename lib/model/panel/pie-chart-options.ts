import type { HiddenFrom } from './axis-options.ts';
import type { LegendOptions } from './legend-options.ts';
import type { ReduceOptions } from './reduce-options.ts';
import type { TooltipOptions } from './tooltip-options.ts';

export interface PieChartField {
  readonly hide?: HiddenFrom;
}

export interface PieChartOptions extends PieChartField, ReduceOptions {
  /** Default `pie`. */
  readonly pieType?: 'pie' | 'donut';
  /** Written on the slices. Default none. */
  readonly displayLabels?: readonly ('name' | 'value' | 'percent')[];
  readonly legend?: Omit<LegendOptions, 'calcs'> & {
    readonly values?: readonly ('value' | 'percent')[];
  };
  readonly tooltip?: TooltipOptions;
}
