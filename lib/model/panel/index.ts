export { alertThresholds, watchedPart } from './alert-threshold.ts';
export type { AxisOptions, Gradient, HiddenFrom, Stack, ThresholdsStyle } from './axis-options.ts';
export type { BarChartField, BarChartOptions } from './bar-chart-options.ts';
export type { BarGaugeOptions } from './bar-gauge-options.ts';
export { type Color, COLOR_SCHEMES, type ColorScheme, isColorScheme } from './color.ts';
export {
  calculate,
  calculateRow,
  convertFields,
  dropFields,
  extractFields,
  type FieldNames,
  keepFields,
  labelsToFields,
  reduceFields,
  renameByRegex,
} from './field-transformations.ts';
export type { GaugeOptions } from './gauge-options.ts';
export { GRAFANA_UNITS, type GrafanaUnit, type UnitGroup, unitGroup } from './grafana-units.ts';
export type {
  HeatmapColor,
  HeatmapField,
  HeatmapOptions,
  HeatmapScheme,
} from './heatmap-options.ts';
export type { HistogramField, HistogramOptions } from './histogram-options.ts';
export type { LegendOptions } from './legend-options.ts';
export type { LogsOptions } from './logs-options.ts';
export {
  type MappedValue,
  type Mapping,
  rangeMapping,
  regexMapping,
  specialMapping,
  type SpecialValue,
  valueMapping,
} from './mapping.ts';
export {
  byMatcher,
  byName,
  byQuery,
  byRegex,
  byType,
  type FieldMatcher,
  type FieldType,
  type Override,
  type OverrideOptions,
} from './override.ts';
export {
  barChart,
  barGauge,
  gauge,
  heatmap,
  histogram,
  logs,
  pieChart,
  rawPanel,
  stat,
  stateTimeline,
  table,
  text,
  timeseries,
} from './panel-factories.ts';
export type { PanelLink } from './panel-link.ts';
export type { PanelProps, Repeat } from './panel-props.ts';
export {
  logql,
  type LogqlSource,
  type LogQuery,
  type PanelQuery,
  type PromqlSource,
  type QueryLike,
  type QueryOptions,
  rawQuery,
  type RawSource,
  target,
} from './panel-query.ts';
export type { PanelKind, PanelTypes } from './panel-types.ts';
export { Panel } from './panel.ts';
export type { PieChartField, PieChartOptions } from './pie-chart-options.ts';
export type { ReduceOptions, TextSize } from './reduce-options.ts';
export type { Reducer } from './reducer.ts';
export { refIds } from './ref-ids.ts';
export { dropRows, keepQueries, keepRows, type RowCondition } from './row-filter.ts';
export type { FieldChanges, StandardField } from './standard-field.ts';
export type { StateTimelineField, StateTimelineOptions } from './state-timeline-options.ts';
export type { StatOptions } from './stat-options.ts';
export type { Cell, TableField, TableOptions } from './table-options.ts';
export {
  groupBy,
  joinByField,
  limitRows,
  merge,
  organize,
  seriesToRows,
  seriesToTable,
  sortRows,
  toMatrix,
  transpose,
} from './table-transformations.ts';
export type { TextOptions } from './text-options.ts';
export {
  below,
  type Limits,
  SEVERITY_COLOR,
  steps,
  type Thresholds,
  type ThresholdStep,
} from './thresholds.ts';
export type { TimeseriesField, TimeseriesOptions } from './timeseries-options.ts';
export type { TooltipOptions } from './tooltip-options.ts';
export { onQuery, type Transformation, transformation } from './transformation.ts';
