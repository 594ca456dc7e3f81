import type { PanelKind } from '../../../model/index.ts';
import { barChart } from './bar-chart.ts';
import { barGauge } from './bar-gauge.ts';
import { gauge } from './gauge.ts';
import { heatmap } from './heatmap.ts';
import { histogram } from './histogram.ts';
import { logs } from './logs.ts';
import type { KindEmitter } from './panel-kind.ts';
import { pieChart } from './pie-chart.ts';
import { raw } from './raw.ts';
import { stat } from './stat.ts';
import { stateTimeline } from './state-timeline.ts';
import { table } from './table.ts';
import { text } from './text.ts';
import { timeseries } from './timeseries.ts';

export type { Json, JsonDraft } from './json.ts';
export type { Draft, KindEmitter, PanelFacts } from './panel-kind.ts';

const KINDS: { readonly [K in PanelKind]: KindEmitter<K> } = {
  barChart,
  barGauge,
  gauge,
  heatmap,
  histogram,
  logs,
  pieChart,
  raw,
  stat,
  stateTimeline,
  table,
  text,
  timeseries,
};

/** How panels of a type are written. */
export function emitterOf<K extends PanelKind>(kind: K): KindEmitter<K> {
  return KINDS[kind];
}
