import type { Diagnostic, Result } from '../../../diagnostics/index.ts';
import {
  type Dashboard,
  type FieldMatcher,
  type GrafanaUnit,
  namedDatasource,
  type Override,
  Panel,
  type PanelKind,
  panelPath,
  type PanelProps,
  type PanelQuery,
  queryPath,
  type StandardField,
  type Transformation,
  type Variable,
} from '../../../model/index.ts';
import { type ForeignFile, ForeignSite } from '../foreign-site.ts';
import type { JsonDocument } from '../json-document.ts';
import { isRaw, listOf, type Raw, rawOf, textOf } from '../raw.ts';
import { readExpression } from '../read-expression.ts';
import { allowOf } from './allow-of.ts';
import type { DatasourceKinds } from './datasource-kinds.ts';
import { PanelSite } from './panel-site.ts';
import type { RawPanel, RawTarget } from './raw-panels.ts';
import { toThresholds } from './to-thresholds.ts';

/** What is known around a panel. */
export interface PanelContext {
  readonly file: ForeignFile;
  readonly document: JsonDocument;
  readonly kinds: DatasourceKinds;
  readonly dashboard: Pick<Dashboard, 'uid'>;
  readonly variables: readonly Variable[];
}

/** The panel, as far as the checks look at it. One that asks no Prometheus and no Loki becomes a text. */
export function toPanel(raw: RawPanel, index: number, context: PanelContext): Result<Panel> {
  const { panel } = raw;
  const title = textOf(panel.title) ?? '';
  const path = panelPath(context.dashboard, { title });
  const queries = raw.targets.map((target) => toQuery(target, panel, path, context));
  const diagnostics = queries.flatMap((query) => query.diagnostics);
  const asked = queries.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const isText = asked.length === 0 && !asksNothing(raw);
  const repeat = textOf(panel.repeat);
  const datasource = textOf(panel.datasource) ?? textOf(rawOf(panel.datasource).uid);
  const props: PanelProps = {
    kind: isText ? 'text' : (KINDS[String(panel.type)] ?? 'table'),
    title,
    description: textOf(panel.description) ?? '',
    // Where variables are used.
    content: isText ? JSON.stringify(panel) : '',
    site: new PanelSite(context.file, context.document, raw),
    key: `${index}`,
    queries: asked,
    linkedFrom: [],
    options: optionsOf(panel),
    field: fieldOf(panel),
    ...allowOf(panel),
    ...(datasource === undefined ? {} : { datasource: namedDatasource(datasource) }),
    overrides: listOf(rawOf(panel.fieldConfig).overrides).flatMap(toOverride),
    transformations: listOf(panel.transformations).flatMap(toTransformation),
    links: [],
    ...(repeat === undefined
      ? {}
      : { repeat: { variable: variableOf(repeat, context.variables), direction: 'horizontal' } }),
  };
  return { value: Panel.of(props), diagnostics };
}

/** A panel that is made for data, and has no query at all. */
function asksNothing({ panel, targets }: RawPanel): boolean {
  const has = 'libraryPanel' in panel || 'snapshotData' in panel;
  return targets.length === 0 && Object.hasOwn(KINDS, String(panel.type)) && !has;
}

/** By the plugin's id; others are taken for tables, of which least is expected. */
const KINDS: Readonly<Record<string, PanelKind>> = {
  timeseries: 'timeseries',
  graph: 'timeseries',
  stat: 'stat',
  singlestat: 'stat',
  gauge: 'gauge',
  bargauge: 'barGauge',
  barchart: 'barChart',
  heatmap: 'heatmap',
  histogram: 'histogram',
  piechart: 'pieChart',
  'grafana-piechart-panel': 'pieChart',
  'state-timeline': 'stateTimeline',
  'status-history': 'stateTimeline',
  logs: 'logs',
  table: 'table',
  'table-old': 'table',
};

function toQuery(
  { target, keys, expression }: RawTarget,
  panel: Raw,
  panelAt: readonly string[],
  { file, document, kinds }: PanelContext,
): Result<PanelQuery | undefined> {
  const none = { value: undefined, diagnostics: [] as Diagnostic[] };
  const text = textOf(target.expr);
  const language = kinds.languageOf(target.datasource, panel.datasource);
  if (text === undefined || language === 'other') return none;
  const refId = textOf(target.refId);
  const legend = textOf(target.legendFormat);
  const common = {
    ...(refId === undefined ? {} : { refId }),
    ...(legend === undefined || legend === '__auto' ? {} : { legend }),
    ...(target.hide === true ? ({ hide: true } as const) : {}),
    ...(typeof target.instant === 'boolean' ? { instant: target.instant } : {}),
    ...(isFormat(target.format) ? { format: target.format } : {}),
  };
  const site = new ForeignSite(file, document, keys, expression.slice(keys.length));
  if (language === 'logql') {
    return { value: { ...common, site, source: { kind: 'logql', text } }, diagnostics: [] };
  }
  const path = queryPath(panelAt, refId ?? '');
  const { value: node, diagnostics } = readExpression(text, (span) => site.where(path, span), {
    variables: true,
  });
  // It may be of another language.
  if (language === 'unknown' && diagnostics.length > 0) return none;
  if (node === undefined) return { value: undefined, diagnostics };
  return { value: { ...common, site, source: { kind: 'promql', node, text } }, diagnostics };
}

function isFormat(format: unknown): format is 'time_series' | 'table' | 'heatmap' {
  return format === 'time_series' || format === 'table' || format === 'heatmap';
}

/** Units that Grafana does not know are for a check to find. */
function fieldOf(panel: Raw): StandardField {
  const defaults = rawOf(rawOf(panel.fieldConfig).defaults);
  const { decimals, min, max } = defaults;
  const unit = unitOf(panel);
  const thresholds = toThresholds(panel, defaults);
  return {
    ...(unit === undefined ? {} : { unit: unit as GrafanaUnit }),
    ...(typeof decimals === 'number' ? { decimals } : {}),
    ...(typeof min === 'number' ? { min } : {}),
    ...(typeof max === 'number' ? { max } : {}),
    ...(thresholds === undefined ? {} : { thresholds }),
  };
}

/** The old graph and singlestat have places of their own, which win. */
function unitOf(panel: Raw): string | undefined {
  const own = {
    singlestat: panel.format,
    graph: rawOf(listOf(panel.yaxes)[0]).format,
  }[String(panel.type)];
  return textOf(own) ?? textOf(rawOf(rawOf(panel.fieldConfig).defaults).unit);
}

/** How many values become one. */
function optionsOf(panel: Raw): PanelProps['options'] {
  const { calcs } = rawOf(rawOf(panel.options).reduceOptions);
  const old = panel.type === 'singlestat' ? textOf(panel.valueName) : undefined;
  if (old !== undefined) return { calcs: [old] } as PanelProps['options'];
  return Array.isArray(calcs) ? ({ calcs } as PanelProps['options']) : {};
}

function toOverride(raw: unknown): Override[] {
  const { matcher, properties } = rawOf(raw);
  const { id, options } = rawOf(matcher);
  if (typeof id !== 'string') return [];
  const unit = listOf(properties)
    .map(rawOf)
    .find((property) => property.id === 'unit')?.value;
  const standard = typeof unit === 'string' ? { unit: unit as GrafanaUnit } : {};
  const known = typeof options === 'string' && MATCHERS.has(id);
  // What a matcher that is not modelled chooses is not known: as with one by name.
  const chosen = known ? { id, options } : { id: 'byRegexp', options: '' };
  return [{ matcher: chosen as FieldMatcher, standard, field: {} }];
}

const MATCHERS: ReadonlySet<string> = new Set(['byName', 'byRegexp', 'byType']);

function toTransformation(raw: unknown): Transformation[] {
  const { id, options } = rawOf(raw);
  if (typeof id !== 'string') return [];
  return [{ id, options: isRaw(options) ? (options as Transformation['options']) : {} }];
}

/** One that is not declared has a name nevertheless, by which it is missed. */
export function variableOf(name: string, variables: readonly Variable[]): Variable {
  const plain = name.replace(/^\$\{?|\}$/g, '');
  const found = variables.find((variable) => variable.name === plain);
  return found ?? { kind: 'variable', name: plain, multi: true, type: 'textbox', initial: '' };
}
