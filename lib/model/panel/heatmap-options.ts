import type { AxisOptions, HiddenFrom } from './axis-options.ts';
import type { Color } from './color.ts';
import type { GrafanaUnit } from './grafana-units.ts';

export interface HeatmapField {
  readonly hide?: HiddenFrom;
}

export interface HeatmapOptions extends HeatmapField {
  /** Makes buckets out of plain series. Default false: the query returns buckets, as `Histogram.heatmap` does. */
  readonly calculate?: boolean;
  readonly color?: HeatmapColor;
  /** Pixels between cells. Default 1. */
  readonly cellGap?: number;
  /** How a cell's value is written in the tooltip. */
  readonly cellUnit?: GrafanaUnit;
  readonly cellDecimals?: number;
  /** Cells of at most this value are not drawn. Default 1e-9: only empty ones. */
  readonly filterBelow?: number;
  readonly showValue?: 'auto' | 'always' | 'never';
  /** The axis of the buckets; its unit is inferred from the histogram. */
  readonly yAxis?: Omit<AxisOptions, 'log' | 'symlog'> & {
    readonly unit?: GrafanaUnit;
    readonly decimals?: number;
    readonly min?: number;
    readonly max?: number;
    readonly reverse?: boolean;
  };
  /** Which bound of a bucket its name is. Default `auto`. */
  readonly layout?: 'auto' | 'le' | 'ge' | 'unknown';
  readonly showLegend?: boolean;
  readonly tooltip?: 'single' | 'multi' | 'none';
  /** A histogram in the tooltip. */
  readonly yHistogram?: boolean;
}

/** Colours of the cells: a scheme, or one colour of which more is more opaque. */
export interface HeatmapColor {
  /** Of d3's schemes: `Oranges`, `Spectral`, `Turbo`. Default `Oranges`. */
  readonly scheme?: HeatmapScheme;
  readonly opacityOf?: Color;
  /** 2 to 128. Default 64. */
  readonly steps?: number;
  readonly reverse?: boolean;
  /** Value of the first colour; default the least value. */
  readonly min?: number;
  readonly max?: number;
}

export type HeatmapScheme =
  | 'Blues'
  | 'BuGn'
  | 'BuPu'
  | 'Cividis'
  | 'Cool'
  | 'GnBu'
  | 'Greens'
  | 'Greys'
  | 'Inferno'
  | 'Magma'
  | 'OrRd'
  | 'Oranges'
  | 'Plasma'
  | 'PuBu'
  | 'PuRd'
  | 'Purples'
  | 'Rainbow'
  | 'RdBu'
  | 'RdPu'
  | 'RdYlBu'
  | 'RdYlGn'
  | 'Reds'
  | 'Spectral'
  | 'Turbo'
  | 'Viridis'
  | 'Warm'
  | 'YlGn'
  | 'YlGnBu'
  | 'YlOrBr'
  | 'YlOrRd';
