import type * as loki from '@grafana/grafana-foundation-sdk/loki';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';

import { grafanaDuration, type PanelKind, type PanelQuery } from '../../model/index.ts';
import { print, variablesIn } from '../../promql/index.ts';
import { canonical, type JsonObject } from './canonical.ts';
import type { DatasourceRef } from './datasources.ts';
import { TARGET } from './defaults.ts';
import type { Json, KindEmitter } from './kinds/index.ts';
import { mergeRaw } from './merge-raw.ts';

type Asks = KindEmitter<PanelKind>['asks'];

/** One query of a panel. Of the SDK only the types are used: its query builders load half of it to set plain keys. */
export function emitTarget(
  query: PanelQuery,
  refId: string,
  datasource: DatasourceRef | undefined,
  instant: boolean | undefined,
  asks: Asks,
): JsonObject {
  const { source, raw } = query;
  if (source.kind === 'raw') {
    return canonical(mergeRaw({ refId, datasource }, source.json));
  }
  const json =
    source.kind === 'promql'
      ? promqlTarget(query, print(source.node), instant, asks)
      : logqlTarget(query, source.text, instant, asks);
  const minimal = canonical(Object.assign(json, { refId, datasource }), TARGET);
  return raw === undefined ? minimal : canonical(mergeRaw(minimal, raw));
}

/**
 * A table asks for one value a series at the end of the time range; so do panels that show totals, where the expression
 * spans the range itself: asked for a series, Prometheus would compute the same total once a step.
 */
function promqlTarget(
  { legend, hide, instant, format, minInterval, exemplars, both }: PanelQuery,
  expr: string,
  panelInstant: boolean | undefined,
  asks: Asks,
) {
  return {
    editorMode: 'code',
    exemplar: exemplars,
    expr,
    format: format ?? FORMAT[asks],
    hide,
    instant:
      both ??
      instant ??
      panelInstant ??
      (asks === 'table' || (asks === 'total' && spansRange(expr))),
    interval: minInterval && grafanaDuration(minInterval),
    legendFormat: legend ?? (asks === 'heatmap' ? '{{le}}' : '__auto'),
    range: both,
  } as const satisfies Json<prometheus.Dataquery>;
}

function logqlTarget(
  { legend, hide, instant, minInterval }: PanelQuery,
  expr: string,
  panelInstant: boolean | undefined,
  asks: Asks,
) {
  return {
    editorMode: 'code',
    expr,
    hide,
    legendFormat: legend,
    queryType: (instant ?? panelInstant ?? asks === 'table') ? 'instant' : 'range',
    step: minInterval && grafanaDuration(minInterval),
  } as const satisfies Json<loki.dataquery>;
}

const FORMAT = {
  series: 'time_series',
  total: 'time_series',
  table: 'table',
  heatmap: 'heatmap',
} as const satisfies Record<Asks, string>;

/** `$__range`, `$__range_s` or `$__range_ms`. */
function spansRange(expr: string): boolean {
  return variablesIn(expr).some(({ name }) => name.startsWith('__range'));
}
