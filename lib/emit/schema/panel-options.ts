import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as common from '@grafana/grafana-foundation-sdk/common';
import type * as gauge from '@grafana/grafana-foundation-sdk/gauge';
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type * as histogram from '@grafana/grafana-foundation-sdk/histogram';
import type * as logs from '@grafana/grafana-foundation-sdk/logs';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as text from '@grafana/grafana-foundation-sdk/text';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

import type { Loose, Refine } from './loose.ts';
import type { Color, Natural, Positive, Reducer, Share, TimezoneText, Unit } from './scalars.ts';

// `asTable` and `isVisible` are spellings that Grafana gave up for `displayMode` and `showLegend`.
export type Legend = Refine<
  Omit<Loose<common.VizLegendOptions>, 'asTable' | 'isVisible'>,
  { calcs?: Reducer[] }
>;

export type PieLegend = Omit<
  Loose<piechart.PieChartLegendOptions>,
  'asTable' | 'calcs' | 'isVisible'
>;

export type ReduceOptions = Refine<
  Loose<common.ReduceDataOptions>,
  { calcs?: Reducer[]; limit?: Natural }
>;

export type TimeseriesOptions = Refine<
  Loose<timeseries.Options>,
  { legend?: Legend; timezone?: TimezoneText[] }
>;

export type StatOptions = Refine<Loose<stat.Options>, { reduceOptions?: ReduceOptions }>;

export type GaugeOptions = Refine<
  Loose<gauge.Options>,
  { minVizHeight?: Natural; minVizWidth?: Natural; reduceOptions?: ReduceOptions }
>;

export type BargaugeOptions = Refine<
  Loose<bargauge.Options>,
  {
    legend?: Legend;
    maxVizHeight?: Natural;
    minVizHeight?: Natural;
    minVizWidth?: Natural;
    reduceOptions?: ReduceOptions;
  }
>;

/** Without `footer`: Grafana 13 moved it to the fields, and the builders still write it. */
export type TableOptions = Refine<
  Omit<Loose<table.Options>, 'footer'>,
  { frameIndex?: Natural; sortBy?: common.TableSortByFieldState[] }
>;

type ColorScheme =
  | 'Blues'
  | 'BrBG'
  | 'BuGn'
  | 'BuPu'
  | 'Cividis'
  | 'Cool'
  | 'Cubehelix'
  | 'GnBu'
  | 'Greens'
  | 'Greys'
  | 'Inferno'
  | 'Magma'
  | 'OrRd'
  | 'Oranges'
  | 'PRGn'
  | 'PiYG'
  | 'Plasma'
  | 'PuBu'
  | 'PuBuGn'
  | 'PuOr'
  | 'PuRd'
  | 'Purples'
  | 'Rainbow'
  | 'RdBu'
  | 'RdGy'
  | 'RdPu'
  | 'RdYlBu'
  | 'RdYlGn'
  | 'Reds'
  | 'Sinebow'
  | 'Spectral'
  | 'Turbo'
  | 'Viridis'
  | 'Warm'
  | 'YlGn'
  | 'YlGnBu'
  | 'YlOrBr'
  | 'YlOrRd';

/**
 * a whole number from 2 to 128
 * @integer
 * @minimum 2
 * @maximum 128
 */
type ColorSteps = number;

export type HeatmapOptions = Refine<
  Loose<heatmap.Options>,
  {
    cellGap?: Natural;
    cellValues?: { decimals?: Natural; unit?: Unit };
    color?: Refine<
      Loose<heatmap.HeatmapColorOptions>,
      { fill?: Color; scheme?: ColorScheme; steps?: ColorSteps }
    >;
    exemplars?: { color: Color };
    yAxis?: Refine<Loose<heatmap.YAxisConfig>, { decimals?: Natural; unit?: Unit }>;
  }
>;

export type StateTimelineOptions = Refine<
  Loose<statetimeline.Options>,
  { legend?: Legend; perPage?: Positive; rowHeight?: Share; timezone?: TimezoneText[] }
>;

export type BarchartOptions = Refine<
  Loose<barchart.Options>,
  { barWidth?: Share; groupWidth?: Share; legend?: Legend }
>;

export type PiechartOptions = Refine<
  Loose<piechart.Options>,
  { legend?: PieLegend; reduceOptions?: ReduceOptions }
>;

export type HistogramOptions = Refine<
  Loose<histogram.Options>,
  { bucketCount?: Positive; legend?: Legend }
>;

export type LogsOptions = Loose<logs.Options>;

export type TextOptions = Refine<Loose<text.Options>, { content: string }>;
