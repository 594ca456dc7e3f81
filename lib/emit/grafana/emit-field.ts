import type { FieldConfig } from '@grafana/grafana-foundation-sdk/dashboard';

import {
  alertThresholds,
  type Color,
  type ColorScheme,
  type FieldMatcher,
  isColorScheme,
  type Override,
  type PanelKind,
  type PanelProps,
  type StandardField,
  type Thresholds,
} from '../../model/index.ts';
import { canonical, isEmpty } from './canonical.ts';
import { emitPanelLink } from './emit-link.ts';
import type { Draft, Json, JsonDraft, KindEmitter } from './kinds/index.ts';
import { commonUnit, type Units } from './panel-units.ts';

/** The standard options of a field, under Grafana's names: those of a panel, or of an override. */
export function emitField(field: StandardField): Draft {
  return {
    unit: field.unit,
    decimals: field.decimals,
    min: field.min,
    max: field.max,
    noValue: field.noValue,
    displayName: field.displayName,
    color: field.color && color(field.color),
    thresholds: thresholds(field.thresholds),
    mappings: field.mappings as JsonDraft,
    links: field.links?.map(emitPanelLink),
  } satisfies Json<Omit<FieldConfig, 'mappings' | 'links'>> & Draft;
}

function color(of: Color | ColorScheme) {
  return isColorScheme(of) ? { mode: of } : ({ mode: 'fixed', fixedColor: of } as const);
}

/** Grafana knows the colour below the first step by a step that starts at null. */
function thresholds(of: Thresholds | undefined) {
  if (of === undefined) return undefined;
  const steps = of.steps.map(({ color, from }) => ({ color, value: from }));
  const base = of.base === undefined ? [] : [{ color: of.base, value: null }];
  return { mode: of.mode, steps: [...base, ...steps] };
}

/** What is true of all fields of a panel, and of some. Both parts are there in every panel with data. */
export function emitFieldConfig<K extends PanelKind>(
  props: PanelProps<K>,
  kind: KindEmitter<K>,
  { units }: { readonly units: Units },
): Draft {
  const { field, queries, options, overrides } = props;
  const alerts = queries.flatMap((query) => query.alerts ?? []);
  const limits = field.thresholds ?? alertThresholds(alerts);
  const drawn = limits?.base && (field.thresholds === undefined ? 'line+area' : 'line');
  const custom = canonical(kind.custom?.(options, drawn) ?? {}, kind.defaults.custom);
  const unit = field.unit ?? (kind.asks === 'heatmap' ? undefined : commonUnit(queries, units.of));
  const standard = emitField(field);
  return {
    defaults: Object.assign(standard, {
      unit,
      thresholds: thresholds(limits ?? (kind.thresholds && CALM)),
      custom: isEmpty(custom) ? undefined : whole(custom, props.kind),
    }),
    overrides: overrides.map((override) => emitOverride(override, kind)),
  };
}

/**
 * Where none are written Grafana takes green, and red from 80 on: on a panel that is coloured by thresholds that would
 * be an alarm that nobody has asked for.
 */
const CALM: Thresholds = { mode: 'absolute', base: 'green', steps: [] };

/** Grafana 13 requires the cell's type wherever a table's column says anything. */
function whole(custom: Draft, kind: PanelKind): Draft {
  return kind === 'table' ? { cellOptions: { type: 'auto' }, ...custom } : custom;
}

/** Options of some fields: a list of ids and values, where the panel type's own begin with `custom.`. */
export function emitOverride<K extends PanelKind>(
  { matcher, standard, field, raw = {} }: Override,
  kind: KindEmitter<K>,
): Draft {
  const custom = kind.custom?.(field) ?? {};
  return {
    matcher: matcherOf(matcher),
    properties: [
      ...properties(emitField(standard), ''),
      ...properties(custom, 'custom.'),
      ...properties(raw, ''),
    ],
  };
}

function matcherOf(matcher: FieldMatcher): Draft {
  return matcher.id === 'other'
    ? { id: matcher.matcher, options: matcher.value }
    : { id: matcher.id, options: matcher.options };
}

function properties(values: Draft, prefix: string) {
  return Object.keys(values)
    .filter((id) => values[id] !== undefined)
    .sort()
    .map((id) => ({ id: `${prefix}${id}`, value: values[id] }));
}
