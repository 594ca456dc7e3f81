import { type Panel, PanelBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

import type { Diagnostic } from '../../diagnostics/index.ts';
import {
  grafanaDuration,
  type PanelKind,
  type PanelProps,
  type PanelQuery,
  type PlacedPanel,
  refIds,
  type Transformation,
} from '../../model/index.ts';
import { canonical, isEmpty, type JsonObject } from './canonical.ts';
import { type DatasourceRef, type Datasources, datasourceType, MIXED } from './datasources.ts';
import { PANEL } from './defaults.ts';
import { emitFieldConfig } from './emit-field.ts';
import { emitPanelLink } from './emit-link.ts';
import { emitTarget } from './emit-target.ts';
import { type Draft, emitterOf, type KindEmitter } from './kinds/index.ts';
import { mergeRaw } from './merge-raw.ts';
import { commonUnit, type Units } from './panel-units.ts';

/** What the panels of a dashboard have in common. */
export interface PanelContext {
  readonly datasources: Datasources;
  readonly units: Units;
  /** Version of Grafana, so that it does not take the panel for one of version 6 and migrate it. */
  readonly pluginVersion: string | undefined;
  report(finding: Omit<Diagnostic, 'where'>, panel: PanelProps): void;
}

/** The JSON of one panel, without what Grafana assumes anyway. */
export function emitPanel(placed: PlacedPanel, context: PanelContext): JsonObject {
  const { props } = placed.panel;
  const kind = emitterOf(props.kind);
  const bucketUnit = kind.asks === 'heatmap' && commonUnit(props.queries, context.units.ofBuckets);
  const facts = { content: props.content, ...(bucketUnit ? { bucketUnit } : {}) };
  const options = canonical(kind.options(props.options, facts), kind.defaults.options);
  const { datasource, targets } = asked(props, kind.asks, context);
  const json = Object.assign(built(placed, context), {
    datasource,
    targets,
    links: props.links.map(emitPanelLink),
    transformations: props.transformations.map(emitTransformation),
    options,
    fieldConfig: fieldConfigOf(props, kind, context),
  });
  const minimal = canonical(json, PANEL, ['options', 'targets']);
  return props.raw === undefined ? minimal : canonical(mergeRaw(minimal, props.raw));
}

/** Text panels have no fields; of a panel type that is not known only what is said is written. */
function fieldConfigOf<K extends PanelKind>(
  props: PanelProps<K>,
  kind: KindEmitter<K>,
  context: PanelContext,
): Draft | undefined {
  if (props.kind === 'text') return undefined;
  const isSilent = isEmpty(props.field) && props.overrides.length === 0;
  if (props.kind !== 'raw') return emitFieldConfig(props, kind, context);
  return isSilent ? undefined : emitFieldConfig(props, kind, { units: NO_UNITS });
}

const NO_UNITS: Units = { of: () => undefined, ofBuckets: () => undefined };

/** What is the same for all panel types, through the SDK's builder. */
function built({ panel: { props }, id, gridPos }: PlacedPanel, context: PanelContext): Panel {
  const { minInterval, maxDataPoints, timeFrom, timeShift, repeat } = props;
  const builder = new PanelBuilder()
    .type(props.plugin || emitterOf(props.kind).plugin)
    .id(id)
    .gridPos({ ...gridPos })
    .title(props.title)
    .description(props.description)
    .transparent(props.transparent ?? false);
  if (context.pluginVersion !== undefined && props.kind !== 'raw')
    builder.pluginVersion(context.pluginVersion);
  if (minInterval !== undefined) builder.interval(grafanaDuration(minInterval));
  if (maxDataPoints !== undefined) builder.maxDataPoints(maxDataPoints);
  if (timeFrom !== undefined) builder.timeFrom(grafanaDuration(timeFrom));
  if (timeShift !== undefined) builder.timeShift(grafanaDuration(timeShift));
  if (repeat !== undefined) {
    builder.repeat(repeat.variable.name);
    builder.repeatDirection(repeat.direction === 'vertical' ? 'v' : 'h');
    if (repeat.maxPerRow !== undefined) builder.maxPerRow(repeat.maxPerRow);
  }
  return builder.build();
}

/** The queries, and whom they ask. */
function asked(props: PanelProps, asks: KindEmitter<PanelKind>['asks'], context: PanelContext) {
  if (props.queries.length === 0) return { datasource: undefined, targets: undefined };
  const ids = refIds(props.queries);
  const asksWhom = (query: PanelQuery) => {
    const type = datasourceType(query);
    const chosen = query.datasource ?? props.datasource;
    const found = context.datasources.of(type, chosen);
    if (found === undefined && type !== undefined && chosen !== 'default')
      context.report(noDatasource(type), props);
    return found;
  };
  const asked = props.queries.map(asksWhom);
  const targets = props.queries.map((query, i) =>
    emitTarget(query, ids[i] ?? '', asked[i], props.instant, asks),
  );
  return { datasource: ofPanel(props, asked, context), targets };
}

/** The one that all queries ask, or the one that is chosen for those that choose none themselves. */
function ofPanel(
  { datasource: chosen, queries }: PanelProps,
  asked: readonly (DatasourceRef | undefined)[],
  { datasources }: PanelContext,
): DatasourceRef | undefined {
  const [first, ...rest] = asked;
  if (rest.every((ref) => ref?.uid === first?.uid && ref?.type === first?.type)) return first;
  const isChosen = queries.some((query) => query.datasource !== undefined);
  return isChosen && chosen !== undefined ? datasources.of(undefined, chosen) : MIXED;
}

function noDatasource(type: string) {
  return {
    code: 'panel/no-datasource',
    severity: 'error',
    message: `the stack has no datasource of type \`${type}\`, so this query has nobody to ask`,
    hint: `add one to the stack's \`datasources\`: \`{ uid: '…', name: '…', type: '${type}', url: '…' }\``,
  } as const;
}

function emitTransformation({ id, options, query, raw }: Transformation): Draft {
  const filter = query === undefined ? {} : { filter: { id: 'byRefId', options: query } };
  return { id, options, ...filter, ...raw };
}
