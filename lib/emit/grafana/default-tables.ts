import type { PanelKind } from '../../model/index.ts';
import { ANNOTATION, CONSTANT, DASHBOARD, LINK, PANEL, TARGET, VARIABLE } from './defaults.ts';
import { type Draft, emitterOf } from './kinds/index.ts';

/** What Grafana assumes of a panel type's own options and those of its fields, by the plugin's id. */
export const PANEL_DEFAULTS: ReadonlyMap<
  string,
  { readonly options: Draft; readonly custom?: Draft }
> = new Map(
  (
    [
      ...['barChart', 'barGauge', 'gauge', 'heatmap', 'histogram', 'logs', 'pieChart'],
      ...['stat', 'stateTimeline', 'table', 'text', 'timeseries'],
    ] as readonly PanelKind[]
  ).map((kind) => {
    const { plugin, defaults } = emitterOf(kind);
    return [plugin, defaults];
  }),
);

/** What Grafana assumes of the other parts of a dashboard. */
export const PART_DEFAULTS = {
  annotation: ANNOTATION,
  dashboard: DASHBOARD,
  link: LINK,
  panel: PANEL,
  target: TARGET,
  variable: VARIABLE,
} as const satisfies Record<string, Draft>;

export const CONSTANT_DEFAULTS = CONSTANT;
