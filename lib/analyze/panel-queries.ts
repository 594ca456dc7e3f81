import type { Panel, PanelQuery } from '../model/index.ts';
import type { Analysis, AnalyzedExpression } from './analysis.ts';
import { once } from './once.ts';

/** A panel with the queries that are PromQL. */
export interface AnalyzedPanel {
  readonly panel: Panel;
  readonly queries: readonly {
    readonly query: PanelQuery;
    readonly expression: AnalyzedExpression;
  }[];
}

/** All panels of a file, in order. */
export const panelsOf = once(({ loaded, expressions }: Analysis): readonly AnalyzedPanel[] => {
  if (loaded.value.kind !== 'dashboard') return [];
  // Both lists are in the order of the rows, panels and queries.
  const rest = expressions.filter(({ use }) => use === 'panel').values();
  return loaded.value.rows
    .flatMap(({ panels }) => panels)
    .map((panel) => {
      const promql = panel.props.queries.filter(({ source }) => source.kind === 'promql');
      const queries = promql.flatMap((query) => {
        const { value: expression } = rest.next();
        return expression === undefined ? [] : [{ query, expression }];
      });
      return { panel, queries };
    });
});
