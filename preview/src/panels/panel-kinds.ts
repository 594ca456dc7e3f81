import { barChart } from './bar-chart/index.ts';
import { barGauge } from './bar-gauge.tsx';
import { gauge } from './gauge/index.ts';
import { heatmap } from './heatmap/index.ts';
import { histogram } from './histogram/index.ts';
import { logs } from './logs/index.ts';
import type { PanelKind } from './panel-props.ts';
import { pieChart } from './pie-chart/index.ts';
import { stat } from './stat.tsx';
import { stateTimeline, statusHistory } from './state-timeline/index.ts';
import { table } from './table.tsx';
import { text } from './text/index.ts';
import { timeseries } from './timeseries/index.ts';

/** By the id of Grafana's plugin. */
const KINDS: Readonly<Record<string, PanelKind>> = {
  barchart: barChart,
  bargauge: barGauge,
  gauge,
  heatmap,
  histogram,
  logs,
  piechart: pieChart,
  stat,
  'state-timeline': stateTimeline,
  'status-history': statusHistory,
  table,
  text,
  timeseries,
};

/** @returns nothing for a type that is not drawn here */
export function panelKind(type: string): PanelKind | undefined {
  return Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
}
