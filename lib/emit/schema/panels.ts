import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';

import type { PanelDatasource } from './datasources.ts';
import type { FieldConfig } from './field-config.ts';
import type { PanelLink } from './links.ts';
import type * as field from './panel-fields.ts';
import type * as options from './panel-options.ts';
import type {
  DurationText,
  IntervalText,
  Natural,
  Positive,
  Text,
  VariableName,
} from './scalars.ts';
import type { Target } from './targets.ts';
import type { Transformation } from './transformations.ts';

/** On the grid of 24 columns; a unit of height is 30 pixels. */
export interface GridPos {
  /**
   * @integer
   * @minimum 1
   * @maximum 100
   */
  h: number;
  /**
   * @integer
   * @minimum 1
   * @maximum 24
   */
  w: number;
  /**
   * @integer
   * @minimum 0
   * @maximum 23
   */
  x: number;
  y: Natural;
}

interface AnyPanel<Type extends string> {
  type: Type;
  /** Unique in the dashboard. */
  id: Positive;
  gridPos: GridPos;
  title?: string;
  description?: string;
  links?: PanelLink[];
  maxPerRow?: Positive;
  pluginVersion?: Text;
  repeat?: VariableName;
  repeatDirection?: NonNullable<dashboard.Panel['repeatDirection']>;
  transparent?: boolean;
}

interface DataPanel<Type extends string, Options, Custom = never> extends AnyPanel<Type> {
  fieldConfig: FieldConfig<Custom>;
  /** @minItems 1 */
  targets: Target[];
  cacheTimeout?: Text;
  datasource?: PanelDatasource;
  hideTimeOverride?: boolean;
  interval?: IntervalText;
  maxDataPoints?: Positive;
  options?: Options;
  queryCachingTTL?: Natural;
  timeCompare?: DurationText;
  timeFrom?: DurationText;
  timeShift?: DurationText;
  transformations?: Transformation[];
}

export interface TextPanel extends AnyPanel<'text'> {
  options: options.TextOptions;
  fieldConfig?: FieldConfig<never>;
}

export type Panel =
  | DataPanel<'barchart', options.BarchartOptions, field.BarchartField>
  | DataPanel<'bargauge', options.BargaugeOptions>
  | DataPanel<'gauge', options.GaugeOptions>
  | DataPanel<'heatmap', options.HeatmapOptions, field.HeatmapField>
  | DataPanel<'histogram', options.HistogramOptions, field.HistogramField>
  | DataPanel<'logs', options.LogsOptions>
  | DataPanel<'piechart', options.PiechartOptions, field.PiechartField>
  | DataPanel<'stat', options.StatOptions>
  | DataPanel<'state-timeline', options.StateTimelineOptions, field.StateTimelineField>
  | DataPanel<'table', options.TableOptions, field.TableField>
  | DataPanel<'timeseries', options.TimeseriesOptions, field.TimeseriesField>
  | TextPanel;

/** A line across the grid. Collapsed, it holds its panels; else they follow it. */
export interface Row {
  type: 'row';
  id: Positive;
  title: string;
  collapsed: boolean;
  gridPos: { h: 1; w: 24; x: 0; y: Natural };
  panels: Panel[];
  datasource?: PanelDatasource;
  repeat?: VariableName;
}
