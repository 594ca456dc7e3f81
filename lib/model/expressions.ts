import type { Site } from '../diagnostics/index.ts';
import { type Expr, parse } from '../promql/index.ts';
import type { Dashboard } from './dashboard.ts';
import { refIds } from './panel/index.ts';
import { dashboardPath, panelPath, queryPath } from './paths.ts';
import type { Loaded, System } from './project.ts';
import type { RuleGroup } from './rule-group.ts';

/** A PromQL expression of a system, with what is known about its place. */
export interface Expression {
  readonly node: Expr;
  /** What it is for. */
  readonly use: 'panel' | 'annotation' | 'variable' | 'alert' | 'record';
  /** The content file that it is in. */
  readonly loaded: Loaded<Dashboard> | Loaded<RuleGroup>;
  readonly site?: Site | undefined;
  /** Outermost first, for `whereIn`. */
  readonly path: readonly string[];
  /** As it was written, where it was read from a text: the spans of `node` are places in it. */
  readonly text?: string | undefined;
  /** Of a panel's query. */
  readonly legend?: string | undefined;
}

/** All expressions of a system, dashboards first, each file in its own order. */
export function expressionsOf(system: System): Expression[] {
  return [...system.dashboards.flatMap(ofDashboard), ...system.groups.flatMap(ofGroup)];
}

function ofDashboard(loaded: Loaded<Dashboard>): Expression[] {
  const { variables, annotations, rows } = loaded.value;
  const path = dashboardPath(loaded.value);
  return [
    ...variables.flatMap((variable): Expression[] => {
      if (variable.type !== 'query') return [];
      const { source, name, site } = variable;
      if (source.kind === 'text') return [];
      const node = source.kind === 'queryResult' ? source.node : source.selector;
      const { text } = source;
      return [{ node, use: 'variable', loaded, site, path: [...path, `variable ${name}`], text }];
    }),
    ...annotations.map(({ node, name, site, source: text }): Expression => {
      return {
        node,
        use: 'annotation',
        loaded,
        site,
        path: [...path, `annotation "${name}"`],
        text,
      };
    }),
    ...rows.flatMap((row) => row.panels).flatMap((panel) => ofPanel(loaded, panel)),
  ];
}

function ofPanel(
  loaded: Loaded<Dashboard>,
  { props }: Dashboard['rows'][number]['panels'][number],
): Expression[] {
  const ids = refIds(props.queries);
  const panelAt = panelPath(loaded.value, props);
  const inRaw = rawExpressions(props.raw?.targets).map(({ node, text }): Expression => {
    return { node, use: 'panel', loaded, site: props.site, path: panelAt, text };
  });
  const typed = props.queries.flatMap(({ source, legend, site = props.site }, i): Expression[] => {
    if (source.kind === 'raw') {
      const at = queryPath(panelAt, ids[i] ?? '');
      return rawExpressions([source.json]).map(({ node, text }) => {
        return { node, use: 'panel', loaded, site, path: at, text };
      });
    }
    if (source.kind !== 'promql') return [];
    const { node, text } = source;
    const path = queryPath(panelAt, ids[i] ?? '');
    return [{ node, use: 'panel', loaded, site, path, text, legend }];
  });
  return [...typed, ...inRaw];
}

/** Queries that are kept as JSON are looked at too, where they are PromQL. */
function rawExpressions(
  targets: unknown,
): readonly { readonly node: Expr; readonly text: string }[] {
  if (!Array.isArray(targets)) return [];
  return targets.flatMap((target: unknown) => {
    const { expr: text, datasource } = (target ?? {}) as Partial<Record<string, unknown>>;
    const { type = 'prometheus' } = (datasource ?? {}) as { readonly type?: unknown };
    if (typeof text !== 'string' || type !== 'prometheus') return [];
    const { expr: node, errors } = parse(text);
    return node === undefined || errors.length > 0 ? [] : [{ node, text }];
  });
}

function ofGroup(loaded: Loaded<RuleGroup>): Expression[] {
  const path = `group ${loaded.value.name}`;
  return loaded.value.rules.map(({ node, kind, name, site, source: text }) => {
    return { node, use: kind, loaded, site, path: [path, `${kind} ${name}`], text };
  });
}
