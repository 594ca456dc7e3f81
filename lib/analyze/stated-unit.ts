import type { GrafanaUnit, Panel, PanelQuery } from '../model/index.ts';
import type { AnalyzedExpression } from './analysis.ts';

/**
 * The unit that a panel states for a query; `undefined` where it leaves it to be inferred, or where it is not known
 * which one applies: an override by name may be for this query, and a transformation or a reducer may change what is shown.
 *
 * @param unstated what Grafana shows where a panel that was read says nothing
 */
export function statedUnit(
  { props }: Panel,
  query: PanelQuery,
  { path }: AnalyzedExpression,
  { unstated }: { readonly unstated?: GrafanaUnit } = {},
): GrafanaUnit | undefined {
  if (query.hide === true || changesValues(props)) return undefined;
  const refId = path.at(-1)?.replace(/^query /, '');
  let unit = props.field.unit ?? unstated;
  for (const { matcher, standard } of props.overrides) {
    if (standard.unit === undefined || matcher.id === 'byType') continue;
    if (matcher.id !== 'byFrameRefID') return undefined;
    if (matcher.options === refId) unit = standard.unit;
  }
  return unit;
}

/** Whether the panel shows other values than those of its queries. */
export function changesValues({ kind, options, transformations }: Panel['props']): boolean {
  if (kind === 'heatmap' || kind === 'histogram' || transformations.length > 0) return true;
  const calcs: readonly string[] = 'calcs' in options ? (options.calcs ?? []) : [];
  return calcs.some((calc) => !KEEPS_UNIT.has(calc));
}

const KEEPS_UNIT: ReadonlySet<string> = new Set([
  ...['lastNotNull', 'last', 'firstNotNull', 'first', 'min', 'max', 'mean', 'median', 'sum'],
  ...['range', 'delta', 'step', 'diff', 'stdDev', 'allValues', 'uniqueValues'],
  ...[1, 5, 10, 25, 50, 75, 90, 95, 99].map((p) => `p${p}`),
]);
