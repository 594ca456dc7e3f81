import type { BarChartField, BarChartOptions } from './bar-chart-options.ts';
import type { BarGaugeOptions } from './bar-gauge-options.ts';
import type { GaugeOptions } from './gauge-options.ts';
import type { HeatmapField, HeatmapOptions } from './heatmap-options.ts';
import type { HistogramField, HistogramOptions } from './histogram-options.ts';
import type { LogsOptions } from './logs-options.ts';
import type { PieChartField, PieChartOptions } from './pie-chart-options.ts';
import type { StatOptions } from './stat-options.ts';
import type { StateTimelineField, StateTimelineOptions } from './state-timeline-options.ts';
import type { TableField, TableOptions } from './table-options.ts';
import type { TextOptions } from './text-options.ts';
import type { TimeseriesField, TimeseriesOptions } from './timeseries-options.ts';

/** A panel of a type that has no calls of its own: its options are given as `raw`. */
export type RawOptions = Readonly<Record<never, never>>;

type NoField = Readonly<Record<never, never>>;

/** The options of each panel type; `field` are those that an override can change for some of its fields. */
export interface PanelTypes {
  barChart: { options: BarChartOptions; field: BarChartField };
  barGauge: { options: BarGaugeOptions; field: NoField };
  gauge: { options: GaugeOptions; field: NoField };
  heatmap: { options: HeatmapOptions; field: HeatmapField };
  histogram: { options: HistogramOptions; field: HistogramField };
  logs: { options: LogsOptions; field: NoField };
  pieChart: { options: PieChartOptions; field: PieChartField };
  raw: { options: RawOptions; field: NoField };
  stat: { options: StatOptions; field: NoField };
  stateTimeline: { options: StateTimelineOptions; field: StateTimelineField };
  table: { options: TableOptions; field: TableField };
  text: { options: TextOptions; field: NoField };
  timeseries: { options: TimeseriesOptions; field: TimeseriesField };
}

export type PanelKind = keyof PanelTypes;
