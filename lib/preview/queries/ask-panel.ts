import { Duration } from '../../catalog/index.ts';
import {
  askedRange,
  type AskedRange,
  fillVariables,
  type PrometheusApi,
  type QueryAnswer,
} from '../../prove/index.ts';
import type { ContentDatasource } from '../content/index.ts';
import {
  datasourceOf,
  panelOf,
  panelSpan,
  type ReadDashboard,
  type ReadPanel,
  type ReadTarget,
} from '../dashboard/index.ts';
import { exampleLogs } from '../logs/index.ts';
import type { PanelAnswer, PanelQueryAnswer, PanelRequest, TimeSpan } from '../protocol.ts';
import type { ResolvedVariables } from '../variables/index.ts';

/** What all panels of a dashboard have in common when they ask. */
export interface Asking {
  readonly api: PrometheusApi;
  /** Seconds since 1970. */
  readonly now: number;
  readonly range: TimeSpan;
  readonly dashboard: ReadDashboard;
  readonly datasources: readonly ContentDatasource[];
  readonly variables: ResolvedVariables;
}

/** Asks what a panel asks, as Grafana would. Queries that fail are answered with their error. */
export async function askPanel(
  panel: ReadPanel,
  { maxDataPoints, scoped = {}, from, to }: PanelRequest,
  asking: Asking,
): Promise<PanelAnswer> {
  const { now, dashboard, variables } = asking;
  const values = scopedValues(variables, scoped);
  const range = panelSpan(panel, asking.range, now);
  const points = panel.maxDataPoints ?? maxDataPoints;
  const source = sourceOf(panel, undefined, values, asking);
  const panelStep = secondsOf(panel.interval, values) ?? source.scrapeInterval;
  const usual = rangeOf(range, points, panelStep);
  const queries = targetsOf(panel, dashboard).map(async ({ target, of }) => {
    const { type, scrapeInterval } = sourceOf(of, target, values, asking);
    const step = secondsOf(target.interval, values) ?? secondsOf(panel.interval, values);
    const asked = rangeOf(range, points, step ?? scrapeInterval);
    const expr = fillVariables(target.expr, asked.builtins, values);
    return answerTo({ ...target, expr }, type, asked, range, asking.api);
  });
  return {
    range,
    interval: usual.step * 1000,
    texts: {
      ...variables.texts,
      ...scoped,
      ...usual.builtins,
      ...ownTexts(dashboard, variables, range, from, to),
    },
    queries: await Promise.all(queries),
  };
}

interface PlacedTarget {
  readonly target: ReadTarget;
  /** The panel that says which datasource it is. */
  readonly of: ReadPanel;
}

/** A panel may show what another one asked. */
function targetsOf(panel: ReadPanel, dashboard: ReadDashboard): readonly PlacedTarget[] {
  return panel.targets
    .filter(({ hide }) => !hide)
    .flatMap((target) => {
      const other = target.panelId === undefined ? undefined : panelOf(dashboard, target.panelId);
      if (other === undefined) return target.expr === '' ? [] : [{ target, of: panel }];
      const asked = other.targets.filter(({ hide, expr }) => !hide && expr !== '');
      return asked.map((each) => ({ target: each, of: other }));
    });
}

async function answerTo(
  target: ReadTarget,
  type: string,
  { start, end, step }: AskedRange,
  range: TimeSpan,
  api: PrometheusApi,
): Promise<PanelQueryAnswer> {
  const { refId, expr, legendFormat, instant } = target;
  const known = { refId, expr, legendFormat, instant, step, format: formatOf(target) };
  if (type === 'loki') {
    const logs = exampleLogs(expr, { start, end, step, instant });
    return { ...known, ...logs, ...(logs.lines === undefined ? {} : { format: 'logs' }) };
  }
  if (type !== 'prometheus') {
    return { ...known, error: `a query to ${type} is not previewed`, warnings: [], series: [] };
  }
  const answer = await asked(
    instant ? api.instant(expr, range.to / 1000) : api.range(expr, start, end, step),
  );
  return { ...known, ...answer };
}

/** A Prometheus that cannot be asked is the error of the query. */
async function asked(
  answer: Promise<QueryAnswer>,
): Promise<Pick<PanelQueryAnswer, 'error' | 'warnings' | 'series'>> {
  try {
    const { error, warnings, infos, series } = await answer;
    return {
      ...(error === undefined ? {} : { error }),
      warnings: [...warnings, ...infos],
      series: series.map(({ metric, values }) => ({
        metric,
        values: values.map(([time, value]) => [time, numberText(value)] as const),
      })),
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { error: message, warnings: [], series: [] };
  }
}

/** As Prometheus writes it. */
function numberText(value: number): string {
  if (value === Infinity) return '+Inf';
  return value === -Infinity ? '-Inf' : String(value);
}

function formatOf({ format }: ReadTarget): PanelQueryAnswer['format'] {
  return format === 'table' || format === 'heatmap' || format === 'logs' ? format : 'time_series';
}

function rangeOf({ from, to }: TimeSpan, maxDataPoints: number, minStep: number): AskedRange {
  const [now, length] = [to / 1000, (to - from) / 1000];
  return askedRange({ now, length, shift: 0, maxDataPoints, minStep });
}

function sourceOf(
  panel: ReadPanel,
  target: ReadTarget | undefined,
  values: ResolvedVariables['values'],
  { datasources }: Asking,
) {
  const references = [target?.datasource, panel.datasource].map((reference) =>
    reference?.uid === undefined
      ? reference
      : { ...reference, uid: fillVariables(reference.uid, {}, values) },
  );
  return datasourceOf(references, datasources);
}

/** Of `5m` or `>5m`, the least step of a panel or a query. */
function secondsOf(
  text: string | undefined,
  values: ResolvedVariables['values'],
): number | undefined {
  if (text === undefined) return undefined;
  return Duration.parse(fillVariables(text, {}, values).replace(/^[<>]\s*/, ''))?.inSeconds;
}

/** With the one value that a repeated panel stands for. */
function scopedValues(
  { values }: ResolvedVariables,
  scoped: Readonly<Record<string, string>>,
): ResolvedVariables['values'] {
  const isRegex = (name: string) => values.get(name)?.isRegex ?? false;
  const filled = new Map(values);
  for (const [name, value] of Object.entries(scoped)) {
    filled.set(name, { values: [value], isRegex: isRegex(name) });
  }
  return filled;
}

/** What Grafana itself offers to titles and links. */
function ownTexts(
  { uid, title }: ReadDashboard,
  { shown }: ResolvedVariables,
  range: TimeSpan,
  from: string,
  to: string,
): Readonly<Record<string, string>> {
  const chosen = shown.flatMap(({ name, current }) =>
    current.map((value) => [`var-${name}`, value] as [string, string]),
  );
  return {
    __dashboard: title,
    '__dashboard.uid': uid,
    __from: String(range.from),
    __to: String(range.to),
    __url_time_range: new URLSearchParams({ from, to }).toString(),
    __all_variables: new URLSearchParams(chosen).toString(),
  };
}
