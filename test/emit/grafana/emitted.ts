import type { JsonValue } from '../../../lib/catalog/index.ts';
import { emitDashboard, type Units } from '../../../lib/emit/grafana/index.ts';
import type { Dashboard, DashboardSpec, Panel, System } from '../../../lib/model/index.ts';
import { dashboardOf, loaded, systemOf } from '../../model/shop.ts';

/** Nothing is known of units. */
export const NO_UNITS: Units = { of: () => undefined, ofBuckets: () => undefined };

export type Json = { readonly [key: string]: JsonValue };

export function emitted(
  dashboard: Dashboard,
  { units = NO_UNITS, system = systemOf() }: { units?: Units; system?: System } = {},
) {
  const { value, diagnostics } = emitDashboard(loaded(dashboard), system, units);
  return { json: value as Json, diagnostics };
}

/** The JSON of one panel, without what is the same for all. */
export function panelJson(
  panel: Panel,
  options: { units?: Units; spec?: Partial<DashboardSpec> } = {},
): Json {
  const { json } = emitted(dashboardOf([panel], options.spec), options);
  const [, only = {}] = json.panels as readonly Json[];
  return Object.fromEntries(Object.entries(only).filter(([key]) => !SHARED.includes(key)));
}

const SHARED = ['id', 'gridPos', 'type', 'title', 'pluginVersion', 'datasource'];
