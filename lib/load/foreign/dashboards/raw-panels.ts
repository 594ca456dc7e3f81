import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';
import type { Keys } from '../source-document.ts';

/** A panel in the shape of classic dashboards, and where it stands. */
export interface RawPanel {
  readonly panel: Raw;
  readonly keys: Keys;
  /** Of `fieldConfig`, which may be missing. */
  readonly field: Keys;
  readonly targets: readonly RawTarget[];
}

export interface RawTarget {
  readonly target: Raw;
  /** Of the query's text. */
  readonly expression: Keys;
  readonly keys: Keys;
}

/** All panels of a classic dashboard in order: of its rows, of closed ones, and of the layout before version 16. */
export function classicPanels(dashboard: Raw, keys: Keys): readonly RawPanel[] {
  const rows = listOf(dashboard.rows).flatMap((row, i) =>
    panelsIn(rawOf(row).panels, [...keys, 'rows', i, 'panels']),
  );
  return [...rows, ...panelsIn(dashboard.panels, [...keys, 'panels'])];
}

function panelsIn(list: unknown, keys: Keys): RawPanel[] {
  return listOf(list).flatMap((panel, i): RawPanel[] => {
    if (!isRaw(panel)) return [];
    const own = [...keys, i];
    if (panel.type === 'row') return panelsIn(panel.panels, [...own, 'panels']);
    const targets = listOf(panel.targets).flatMap((target, t): RawTarget[] => {
      if (!isRaw(target)) return [];
      const at = [...own, 'targets', t];
      return [{ target, keys: at, expression: [...at, 'expr'] }];
    });
    return [{ panel, keys: own, field: [...own, 'fieldConfig'], targets }];
  });
}

/** The panels of a version 2 resource, whose queries and visualization are objects of their own. */
export function v2Panels(spec: Raw, keys: Keys): readonly RawPanel[] {
  return Object.entries(rawOf(spec.elements)).flatMap(([name, element]): RawPanel[] => {
    const { kind, spec: inner } = rawOf(element);
    if (kind !== 'Panel') return [];
    const panel = rawOf(inner);
    const own = [...keys, 'elements', name];
    const viz = rawOf(panel.vizConfig);
    const group = rawOf(rawOf(panel.data).spec);
    const queries = [...own, 'spec', 'data', 'spec', 'queries'];
    return [
      {
        panel: {
          ...panel,
          ...rawOf(viz.spec),
          type: textOf(viz.group) ?? viz.kind,
          transformations: listOf(group.transformations).map((step) => rawOf(step).spec),
        },
        keys: own,
        field: [...own, 'spec', 'vizConfig', 'spec', 'fieldConfig'],
        targets: listOf(group.queries).map((query, i) => v2Target(rawOf(query), [...queries, i])),
      },
    ];
  });
}

function v2Target(query: Raw, keys: Keys): RawTarget {
  const spec = rawOf(query.spec);
  const data = rawOf(spec.query);
  const type = textOf(data.group) ?? textOf(data.kind);
  return {
    target: {
      ...rawOf(data.spec),
      refId: spec.refId,
      hide: spec.hidden,
      datasource: { type, ...rawOf(spec.datasource) },
    },
    keys,
    expression: [...keys, 'spec', 'query', 'spec', 'expr'],
  };
}
