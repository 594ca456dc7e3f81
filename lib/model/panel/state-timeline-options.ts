import type { HiddenFrom } from './axis-options.ts';
import type { LegendOptions } from './legend-options.ts';
import type { TooltipOptions } from './tooltip-options.ts';

export interface StateTimelineField {
  /** Pixels, 0 to 10. Default 0. */
  readonly lineWidth?: number;
  /** 0 to 100. Default 70. */
  readonly fill?: number;
  readonly hide?: HiddenFrom;
}

/** One line a series, coloured by its state: use it with mappings or thresholds. */
export interface StateTimelineOptions extends StateTimelineField {
  /** One bar for equal values in a row. Default true. */
  readonly mergeValues?: boolean;
  readonly showValue?: 'auto' | 'always' | 'never';
  readonly alignValue?: 'left' | 'center' | 'right';
  /** Share of a line that its bar takes, 0 to 1. Default 0.9. */
  readonly rowHeight?: number;
  /** Lines a page. Default 20. */
  readonly perPage?: number;
  readonly legend?: LegendOptions;
  readonly tooltip?: TooltipOptions;
}
