import {
  type Dashboard as SdkDashboard,
  DashboardBuilder,
  DashboardCursorSync,
  RowBuilder,
} from '@grafana/grafana-foundation-sdk/dashboard';

import type { Diagnostic, Result } from '../../diagnostics/index.ts';
import {
  type Dashboard,
  grafanaDuration,
  type Loaded,
  panelPath,
  type PlacedRow,
  placePanels,
  type System,
  whereIn,
} from '../../model/index.ts';
import { canonical, type JsonObject } from './canonical.ts';
import { datasourceProblems } from './datasource-problems.ts';
import { datasourcesOf } from './datasources.ts';
import { DASHBOARD } from './defaults.ts';
import { emitAnnotation } from './emit-annotation.ts';
import { emitDashboardLink } from './emit-link.ts';
import { emitPanel, type PanelContext } from './emit-panel.ts';
import { emitVariable } from './emit-variable.ts';
import { mergeRaw } from './merge-raw.ts';
import type { Units } from './panel-units.ts';
import { pluginVersion } from './plugin-version.ts';

/** Grafana's classic JSON of a dashboard, as file provisioning takes it: keys sorted, nothing that Grafana assumes anyway. */
export function emitDashboard(
  loaded: Loaded<Dashboard>,
  system: System,
  units: Units,
): Result<JsonObject> {
  const dashboard = loaded.value;
  const diagnostics: Diagnostic[] = [...datasourceProblems(loaded, system)];
  const datasources = datasourcesOf(dashboard, system);
  const context: PanelContext = {
    datasources,
    units,
    pluginVersion: pluginVersion(system.stack.grafana.image),
    report(finding, panel) {
      const where = whereIn(loaded, panel.site, panelPath(dashboard, panel));
      diagnostics.push({ ...finding, where });
    },
  };
  const json = {
    ...built(dashboard),
    links: dashboard.links.map(emitDashboardLink),
    templating: { list: dashboard.variables.map((v) => emitVariable(v, datasources)) },
    annotations: {
      list: dashboard.annotations.map((mark) => emitAnnotation(mark, datasources.of('prometheus'))),
    },
    panels: placePanels(dashboard).flatMap((row) => emitRow(row, context)),
  };
  const minimal = canonical(json, DASHBOARD, ['panels']);
  const { raw } = dashboard;
  const value = raw === undefined ? minimal : canonical(mergeRaw(minimal, raw));
  return { value, diagnostics };
}

function built({ uid, title, description, tags, time, ...rest }: Dashboard): SdkDashboard {
  const builder = new DashboardBuilder(title)
    .uid(uid)
    .description(description ?? '')
    .tags([...tags])
    .time({ ...time })
    .timezone(rest.timezone ?? '')
    .tooltip(rest.cursor === undefined ? DashboardCursorSync.Off : CURSOR[rest.cursor]);
  if (rest.editable === false) builder.readonly();
  if (rest.refresh !== undefined) builder.refresh(grafanaDuration(rest.refresh));
  return builder.build();
}

const CURSOR = {
  crosshair: DashboardCursorSync.Crosshair,
  tooltip: DashboardCursorSync.Tooltip,
} as const;

/** A row's header and its panels: beside it, or inside it while it is collapsed. */
function emitRow({ row, header, panels }: PlacedRow, context: PanelContext): JsonObject[] {
  const emitted = panels.map((panel) => emitPanel(panel, context));
  if (header === undefined) return emitted;
  const { id, gridPos } = header;
  const builder = new RowBuilder(row.title)
    .id(id)
    .gridPos({ ...gridPos })
    .collapsed(row.collapsed);
  if (row.repeat !== undefined) builder.repeat(row.repeat.name);
  const own = canonical(builder.build());
  const json = row.raw === undefined ? own : canonical(mergeRaw(own, row.raw));
  return row.collapsed ? [{ ...json, panels: emitted }] : [json, ...emitted];
}
