import { Duration } from '../../catalog/index.ts';
import type { Where } from '../../diagnostics/index.ts';
import { TARGETS } from '../../emit/index.ts';
import {
  type Dashboard,
  type Loaded,
  panelPath,
  type PanelProps,
  type PlacedPanel,
  placePanels,
  type Project,
  queryPath,
  refIds,
  type System,
  whereIn,
} from '../../model/index.ts';

/** A query as it stands in a dashboard's JSON. */
export interface AskedQuery {
  readonly refId: string;
  /** With variables. */
  readonly expr: string;
  /** Grafana's format; `__auto`: it makes names of the labels that differ. */
  readonly legend: string;
  readonly instant: boolean;
  readonly format: string;
  readonly hide: boolean;
  /** Seconds. */
  readonly minStep?: number;
  readonly where: Where;
}

/** A panel with the queries that it sends to Prometheus. */
export interface AskedPanel {
  readonly props: PanelProps;
  readonly where: Where;
  readonly maxDataPoints: number;
  readonly queries: readonly AskedQuery[];
}

interface Json {
  readonly id?: number;
  readonly panels?: readonly Json[];
  readonly targets?: readonly {
    readonly refId: string;
    readonly expr?: string;
    readonly legendFormat?: string;
    readonly instant?: boolean;
    readonly format?: string;
    readonly hide?: boolean;
    readonly interval?: string;
  }[];
}

/** Pixels of a column on a usual screen. A point is a pixel wide. */
const COLUMN = 75;

/** The panels of each dashboard as they are emitted: what Grafana will ask. */
export function askedPanels(
  system: System,
  project: Project,
): ReadonlyMap<Loaded<Dashboard>, readonly AskedPanel[]> {
  const target = TARGETS.find(({ name }) => name === 'grafana-dashboards');
  const artifacts = target?.emit(system, project).value ?? [];
  const { dashboardsPath } = system.stack.grafana;
  return new Map(
    system.dashboards.map((loaded) => {
      const path = `${dashboardsPath}/${loaded.name}.json`;
      const text = artifacts.find((each) => each.path === path)?.text ?? '{}';
      const emitted = new Map(panelsIn(JSON.parse(text) as Json).map((json) => [json.id, json]));
      const placed = placePanels(loaded.value).flatMap(({ panels }) => panels);
      return [loaded, placed.map((each) => asked(each, emitted.get(each.id), loaded))];
    }),
  );
}

function panelsIn({ panels = [] }: Json): Json[] {
  return panels.flatMap((panel) => [panel, ...panelsIn(panel)]);
}

function asked(
  { panel: { props }, gridPos }: PlacedPanel,
  json: Json | undefined,
  loaded: Loaded<Dashboard>,
): AskedPanel {
  const path = panelPath(loaded.value, props);
  const ids = refIds(props.queries);
  const queries = props.queries.flatMap((query, i): AskedQuery[] => {
    const refId = ids[i] ?? '';
    const target = json?.targets?.find((each) => each.refId === refId);
    if (query.source.kind !== 'promql' || target?.expr === undefined) return [];
    const { expr, legendFormat = '__auto', instant = false, hide = false } = target;
    const minStep = secondsOf(target.interval) ?? props.minInterval?.inSeconds;
    return [
      {
        refId,
        expr,
        legend: legendFormat,
        instant,
        format: target.format ?? 'time_series',
        hide,
        ...(minStep === undefined ? {} : { minStep }),
        where: whereIn(loaded, query.site ?? props.site, queryPath(path, refId)),
      },
    ];
  });
  return {
    props,
    where: whereIn(loaded, props.site, path),
    maxDataPoints: props.maxDataPoints ?? gridPos.w * COLUMN,
    queries,
  };
}

function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Duration.parse(text)?.inSeconds;
}
