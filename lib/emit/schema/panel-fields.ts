import type * as barchart from '@grafana/grafana-foundation-sdk/barchart';
import type * as common from '@grafana/grafana-foundation-sdk/common';
import type * as heatmap from '@grafana/grafana-foundation-sdk/heatmap';
import type * as histogram from '@grafana/grafana-foundation-sdk/histogram';
import type * as piechart from '@grafana/grafana-foundation-sdk/piechart';
import type * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

import type { Loose, Refine } from './loose.ts';
import type { Color, Natural, Percentage } from './scalars.ts';

/**
 * a whole number from 0 to 10
 * @integer
 * @minimum 0
 * @maximum 10
 */
type LineWidth = number;

/**
 * a number from 1 to 40
 * @minimum 1
 * @maximum 40
 */
type PointSize = number;

interface Bars {
  fillOpacity?: Percentage;
  lineWidth?: LineWidth;
}

interface Lines extends Bars {
  fillColor?: Color;
  lineColor?: Color;
  pointColor?: Color;
  pointSize?: PointSize;
}

export type TimeseriesField = Refine<Loose<timeseries.FieldConfig>, Lines>;

export type HeatmapField = Loose<heatmap.FieldConfig>;

export type StateTimelineField = Refine<Loose<statetimeline.FieldConfig>, Bars>;

export type BarchartField = Refine<Loose<barchart.FieldConfig>, Bars>;

export type HistogramField = Refine<Loose<histogram.FieldConfig>, Bars>;

export type PiechartField = Loose<piechart.FieldConfig>;

/** How a table draws a cell. */
type CellOptions =
  | Exclude<Loose<common.TableCellOptions>, { type: common.TableCellDisplayMode.Sparkline }>
  | Refine<Loose<common.TableSparklineCellOptions>, Lines>;

/** Without `displayMode`: `cellOptions` replaces it, and Grafana 13 requires it. */
export type TableField = Refine<
  Omit<Loose<table.FieldConfig>, 'displayMode'>,
  { cellOptions: CellOptions; minWidth?: Natural; width?: Natural }
>;
