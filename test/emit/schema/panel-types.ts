import type * as barchart from '@grafana/schema/dist/esm/raw/composable/barchart/panelcfg/x/BarChartPanelCfg_types.gen';
import type * as bargauge from '@grafana/schema/dist/esm/raw/composable/bargauge/panelcfg/x/BarGaugePanelCfg_types.gen';
import type * as gauge from '@grafana/schema/dist/esm/raw/composable/gauge/panelcfg/x/GaugePanelCfg_types.gen';
import type * as heatmap from '@grafana/schema/dist/esm/raw/composable/heatmap/panelcfg/x/HeatmapPanelCfg_types.gen';
import type * as histogram from '@grafana/schema/dist/esm/raw/composable/histogram/panelcfg/x/HistogramPanelCfg_types.gen';
import type * as logs from '@grafana/schema/dist/esm/raw/composable/logs/panelcfg/x/LogsPanelCfg_types.gen';
import type * as piechart from '@grafana/schema/dist/esm/raw/composable/piechart/panelcfg/x/PieChartPanelCfg_types.gen';
import type * as stat from '@grafana/schema/dist/esm/raw/composable/stat/panelcfg/x/StatPanelCfg_types.gen';
import type * as statetimeline from '@grafana/schema/dist/esm/raw/composable/statetimeline/panelcfg/x/StateTimelinePanelCfg_types.gen';
import type * as table from '@grafana/schema/dist/esm/raw/composable/table/panelcfg/x/TablePanelCfg_types.gen';
import type * as text from '@grafana/schema/dist/esm/raw/composable/text/panelcfg/x/TextPanelCfg_types.gen';
import type * as timeseries from '@grafana/schema/dist/esm/raw/composable/timeseries/panelcfg/x/TimeSeriesPanelCfg_types.gen';

import type { Panel } from '../../../lib/emit/schema/index.ts';

/** Options and own field options of the panel types, as the types that Grafana publishes say. */
export interface Published {
  barchart: { options: barchart.Options; custom: barchart.FieldConfig };
  bargauge: { options: bargauge.Options };
  gauge: { options: gauge.Options };
  heatmap: { options: heatmap.Options; custom: heatmap.FieldConfig };
  histogram: { options: histogram.Options; custom: histogram.FieldConfig };
  logs: { options: WithoutCallbacks<logs.Options> };
  piechart: { options: piechart.Options; custom: piechart.FieldConfig };
  stat: { options: stat.Options };
  'state-timeline': { options: statetimeline.Options; custom: statetimeline.FieldConfig };
  table: { options: table.Options; custom: table.FieldConfig };
  text: { options: text.Options };
  timeseries: { options: timeseries.Options; custom: timeseries.FieldConfig };
}

/** The same, as the bridge says. */
export interface Ours {
  barchart: PartsOf<'barchart'>;
  bargauge: PartsOf<'bargauge'>;
  gauge: PartsOf<'gauge'>;
  heatmap: PartsOf<'heatmap'>;
  histogram: PartsOf<'histogram'>;
  logs: PartsOf<'logs'>;
  piechart: PartsOf<'piechart'>;
  stat: PartsOf<'stat'>;
  'state-timeline': PartsOf<'state-timeline'>;
  table: PartsOf<'table'>;
  text: PartsOf<'text'>;
  timeseries: PartsOf<'timeseries'>;
}

interface PartsOf<Type extends Panel['type']> {
  options: NonNullable<Extract<Panel, { type: Type }>['options']>;
  custom: CustomOf<NonNullable<Extract<Panel, { type: Type }>['fieldConfig']>>;
}

/** `never` where the panel type has no field options of its own. */
type CustomOf<FieldConfig extends { defaults: { custom?: unknown } }> = NonNullable<
  FieldConfig['defaults']['custom']
>;

/** Callbacks are `unknown` in the published types, and no JSON holds them. */
type WithoutCallbacks<T> = { [K in keyof T as unknown extends T[K] ? never : K]: T[K] };
