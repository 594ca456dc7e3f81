import {
  type Datasource,
  Duration,
  type DurationLike,
  type JsonValue,
} from '../../catalog/index.ts';
import { siteOf } from '../../diagnostics/index.ts';
import { choiceOf, type ChoiceOptions, isRegex } from './choice.ts';
import type { ChosenDatasource } from './chosen-datasource.ts';
import type { ValueSource } from './value-source.ts';
import type {
  AdhocVariable,
  ConstantVariable,
  CustomVariable,
  DatasourceVariable,
  IntervalVariable,
  TextVariable,
  ValuesVariable,
  VariableSort,
} from './variable.ts';

/** What every variable may say about itself. */
export interface VariableOptions {
  /** Shown in place of the name. */
  readonly label?: string;
  readonly description?: string;
  readonly hide?: 'label' | 'variable';
  /** Merged into its JSON last, for what has no option here. */
  readonly raw?: { readonly [key: string]: JsonValue };
}

export interface QueryVariableOptions extends VariableOptions, ChoiceOptions {
  /** Default `none`: as Prometheus returns them, which is by name. */
  readonly sort?: VariableSort;
  /** Keeps and cuts values: `/^(.*):/`. */
  readonly regex?: string;
  /** Asked again when the dashboard is loaded, or also when its time range changes. Default `load`. */
  readonly refresh?: 'load' | 'time';
  readonly datasource?: ChosenDatasource;
}

/**
 * A variable whose values Prometheus knows.
 *
 * @example
 * const queue = queryVariable('queue', labelValues(m.job_queue_size, 'queue'), { multi: true, includeAll: true });
 * m.job_queue_size.where({ queue }) // job_queue_size{queue=~"$queue"}
 */
export function queryVariable(
  name: string,
  source: ValueSource,
  options: QueryVariableOptions = {},
): ValuesVariable {
  const { regex, refresh = 'load', sort = 'none', datasource } = options;
  const choice = choiceOf(options);
  return Object.freeze({
    ...common(name, options, siteOf(queryVariable)),
    type: 'query',
    multi: isRegex(choice),
    source,
    choice,
    refresh,
    sort,
    ...(regex === undefined ? {} : { regex }),
    ...(datasource === undefined ? {} : { datasource }),
  } satisfies ValuesVariable);
}

/**
 * A variable with values that are written down: a list, or values by the text that people see.
 *
 * @example
 * customVariable('quantile', { median: '0.5', p99: '0.99' })
 */
export function customVariable(
  name: string,
  values: readonly string[] | Readonly<Record<string, string>>,
  options: VariableOptions & ChoiceOptions = {},
): CustomVariable {
  const choice = choiceOf(options);
  const entries = isList(values) ? values.map((v) => [v, v] as const) : Object.entries(values);
  return Object.freeze({
    ...common(name, options, siteOf(customVariable)),
    type: 'custom',
    multi: isRegex(choice),
    values: entries.map(([text, value]) => ({ text, value })),
    choice,
  } satisfies CustomVariable);
}

/** A value that the dashboard fixes. */
export function constantVariable(
  name: string,
  value: string,
  options: VariableOptions = {},
): ConstantVariable {
  return Object.freeze({
    ...common(name, options, siteOf(constantVariable)),
    type: 'constant',
    multi: false,
    value,
  } satisfies ConstantVariable);
}

/** A text that people type. */
export function textVariable(
  name: string,
  options: VariableOptions & { readonly initial?: string } = {},
): TextVariable {
  return Object.freeze({
    ...common(name, options, siteOf(textVariable)),
    type: 'textbox',
    multi: false,
    initial: options.initial ?? '',
  } satisfies TextVariable);
}

/**
 * A length of time for ranges.
 *
 * @example
 * const window = intervalVariable('window', ['5m', '1h'], { initial: '1h' });
 * m.requests_total.rate(window) // rate(requests_total[$window])
 */
export function intervalVariable(
  name: string,
  values: readonly DurationLike[],
  options: VariableOptions & {
    readonly initial?: DurationLike;
    /** Offers the time range in so many parts, at least `min`. */
    readonly auto?: { readonly parts: number; readonly min: DurationLike };
  } = {},
): IntervalVariable {
  const { initial, auto } = options;
  return Object.freeze({
    ...common(name, options, siteOf(intervalVariable)),
    type: 'interval',
    interval: true,
    values: values.map((v) => Duration.of(v)),
    ...(initial === undefined ? {} : { initial: Duration.of(initial) }),
    ...(auto === undefined ? {} : { auto: { parts: auto.parts, min: Duration.of(auto.min) } }),
  } satisfies IntervalVariable);
}

/**
 * Lets people choose the datasource of all panels; `initial` is the uid of the first choice, default the stack's, and
 * with `''` whichever Grafana lists first.
 */
export function datasourceVariable(
  name: string,
  plugin: Datasource['type'],
  options: VariableOptions & { readonly regex?: string; readonly initial?: string } = {},
): DatasourceVariable {
  const { regex, initial } = options;
  return Object.freeze({
    ...common(name, options, siteOf(datasourceVariable)),
    type: 'datasource',
    plugin,
    ...(regex === undefined ? {} : { regex }),
    ...(initial === undefined ? {} : { initial }),
  } satisfies DatasourceVariable);
}

/** Lets people add label filters to every query of the dashboard. */
export function adhocVariable(
  name: string,
  options: VariableOptions & { readonly datasource?: ChosenDatasource } = {},
): AdhocVariable {
  const { datasource } = options;
  return Object.freeze({
    ...common(name, options, siteOf(adhocVariable)),
    type: 'adhoc',
    ...(datasource === undefined ? {} : { datasource }),
  } satisfies AdhocVariable);
}

function common(name: string, options: VariableOptions, site: ReturnType<typeof siteOf>) {
  const { label, description, hide, raw } = options;
  return {
    kind: 'variable',
    name,
    ...(label === undefined ? {} : { label }),
    ...(description === undefined ? {} : { description }),
    ...(hide === undefined ? {} : { hide }),
    ...(raw === undefined ? {} : { raw }),
    ...(site === undefined ? {} : { site }),
  } as const;
}

function isList(
  values: readonly string[] | Readonly<Record<string, string>>,
): values is readonly string[] {
  return Array.isArray(values);
}
