import { print } from '../../promql/index.ts';
import type { Alert } from '../alert.ts';
import { watchedPart } from './alert-threshold.ts';
import type { PanelQuery } from './panel-query.ts';

/** The queries with what an alert watches among them: a query of that expression, or else a new one. */
export function watchedBy(
  alert: Alert,
  queries: readonly PanelQuery[],
  legend: Pick<PanelQuery, 'legend'>,
): readonly PanelQuery[] {
  const node = watchedPart(alert.node);
  const text = print(node);
  const same = queries.findIndex(
    ({ source }) => source.kind === 'promql' && print(source.node) === text,
  );
  if (same === -1) {
    return [...queries, { source: { kind: 'promql', node }, alerts: [alert], ...legend }];
  }
  return queries.map((query, i) =>
    i === same ? { ...query, ...legend, alerts: [...(query.alerts ?? []), alert] } : query,
  );
}
