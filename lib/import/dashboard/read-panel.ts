import type { JsonValue } from '../../catalog/index.ts';
import { call, type Code, json, list, method, name, object } from '../source/index.ts';
import { type Context, datasourceCode, isAssumed, type Tally } from './context.ts';
import { opacityOf, OPTION_TABLES, type OptionTable } from './option-tables.ts';
import { readLinks, readMappings, readThresholds, SIMPLE_FIELDS } from './read-field.ts';
import { type Options, optionsCode, readRows } from './read-options.ts';
import { readOverride } from './read-override.ts';
import { type Asks, readQuery } from './read-query.ts';
import { readTransformation } from './read-transformation.ts';
import { duration, isRaw, listOf, type Raw, rawAt, textAt } from './readers.ts';

/** Whether a panel becomes the typed kind that its type has, or one of no known type. */
export type Form = 'typed' | 'raw';

/** A panel as far as there are calls for it; what is left is found by comparing what it makes. */
export function readPanel(
  panel: Raw,
  { form, plainUnit }: { readonly form: Form; readonly plainUnit: boolean },
  context: Context,
  tally: Tally,
): Code {
  const type = textAt(panel, 'type') ?? '';
  const table = form === 'raw' ? undefined : OPTION_TABLES.get(type);
  let code = factory(panel, type, table);
  code = queries(code, panel, table, context, tally);
  // Its queries have a unit, and it shows none.
  if (plainUnit) code = method(code, 'unit', [json('none')]);
  if (table !== undefined && table.kind !== 'text') code = fields(code, panel, table);
  if (table !== undefined) {
    const options = readOptions(panel, table);
    if (options !== undefined) code = method(code, 'options', [options]);
    if (table.kind !== 'text') code = overrides(code, panel, table);
  }
  code = transformations(code, panel);
  for (const link of readLinks(panel.links) ?? []) code = method(code, 'link', link);
  return settings(code, panel, context);
}

function factory(panel: Raw, type: string, table: OptionTable | undefined): Code {
  const title = json(textAt(panel, 'title') ?? '');
  const description = json(textAt(panel, 'description') ?? '');
  if (table === undefined) return call('rawPanel', json(type), title, description);
  if (table.kind !== 'text') return call(table.kind, title, description);
  return call('text', title, json(textAt(rawAt(panel, 'options'), 'content') ?? ''));
}

const ASKS: ReadonlyMap<string, Asks> = new Map([
  ['stat', 'total'],
  ['gauge', 'total'],
  ['bargauge', 'total'],
  ['piechart', 'total'],
  ['table', 'table'],
  ['barchart', 'table'],
  ['heatmap', 'heatmap'],
]);

function queries(
  code: Code,
  panel: Raw,
  table: OptionTable | undefined,
  context: Context,
  tally: Tally,
): Code {
  const targets = listOf(panel.targets);
  if (targets.length === 0) return code;
  const asks = table === undefined ? 'series' : (ASKS.get(String(panel.type)) ?? 'series');
  const title = textAt(panel, 'title') ?? '';
  const ids = defaultRefIds(targets);
  const read = targets.map((target, i) =>
    readQuery(
      target,
      {
        asks,
        refId: ids[i] ?? '',
        datasource: panel.datasource,
        place: `panel ${JSON.stringify(title)}, query ${String(target.refId)}`,
      },
      context,
      tally,
    ),
  );
  return method(chosenDatasource(code, panel, targets, context), 'query', read);
}

/** Said only where it is not what is asked anyway. */
function chosenDatasource(
  code: Code,
  { datasource }: Raw,
  targets: readonly Raw[],
  context: Context,
): Code {
  const languages = new Set(
    targets.map((target) =>
      typeof target.expr === 'string'
        ? isLoki(target, datasource)
          ? 'loki'
          : 'prometheus'
        : 'raw',
    ),
  );
  const [only] = languages;
  const own = targets.filter((target) => target.datasource !== undefined);
  if (own.length === targets.length && isRaw(datasource) && datasource.uid === '-- Mixed --')
    return code;
  const isOne = languages.size === 1 && (only === 'loki' || only === 'prometheus');
  if (isOne && own.length === 0 && isAssumed(datasource, only, context)) return code;
  const chosen = datasourceCode(datasource, context);
  return chosen === undefined ? code : method(code, 'datasource', [chosen]);
}

function isLoki(target: Raw, ofPanel: JsonValue | undefined): boolean {
  const whom = target.datasource ?? ofPanel;
  return isRaw(whom) && whom.type === 'loki';
}

/** The `refId` that each query gets which says none; see `refIds` of the model. */
function defaultRefIds(targets: readonly Raw[]): readonly string[] {
  return targets.map((_, i) => (i < 26 ? String.fromCharCode(65 + i) : ''));
}

function fields(code: Code, panel: Raw, table: OptionTable): Code {
  const field = rawAt(rawAt(panel, 'fieldConfig'), 'defaults');
  let result = code;
  for (const [key, read] of SIMPLE_FIELDS) {
    const value = field[key];
    const argument = value === undefined ? undefined : read(value);
    if (argument !== undefined) result = method(result, key, [argument]);
  }
  const thresholds =
    field.thresholds === undefined
      ? DEFAULT_THRESHOLDS.has(table.kind)
        ? GRAFANA_THRESHOLDS
        : undefined
      : isCalm(field.thresholds) && DEFAULT_THRESHOLDS.has(table.kind)
        ? undefined
        : readThresholds(field.thresholds);
  if (thresholds !== undefined) result = method(result, 'thresholds', [thresholds]);
  const mappings = field.mappings === undefined ? [] : readMappings(field.mappings);
  if (mappings !== undefined && mappings.length > 0) result = method(result, 'mappings', mappings);
  for (const link of readLinks(field.links) ?? []) result = method(result, 'dataLink', link);
  return result;
}

/** Panel types that dashc colours by thresholds, green where none are given. */
const DEFAULT_THRESHOLDS: ReadonlySet<string> = new Set(['stat', 'gauge', 'barGauge']);

/** What Grafana takes where none are given. */
const GRAFANA_THRESHOLDS = call(
  'steps',
  list([object({ color: json('green') }), object({ from: json(80), color: json('red') })]),
);

function isCalm(thresholds: JsonValue): boolean {
  return (
    JSON.stringify(thresholds) === '{"mode":"absolute","steps":[{"color":"green","value":null}]}'
  );
}

function readOptions(panel: Raw, table: OptionTable): Code | undefined {
  const options: Options = new Map();
  const own = rawAt(panel, 'options');
  const field = rawAt(rawAt(panel, 'fieldConfig'), 'defaults');
  const custom = rawAt(field, 'custom');
  readRows(table.options, own, options);
  readRows(table.custom, custom, options);
  const opacity = table.kind === 'heatmap' && own.color !== undefined && opacityOf(own.color);
  if (opacity) options.set('color.opacityOf', opacity);
  // Thresholds are drawn as lines unless something else is said.
  const draws = table.custom.some(([, to]) => to === 'thresholdsStyle');
  const steps = rawAt(field, 'thresholds').steps;
  const isEmpty = Array.isArray(steps) && steps.length === 0;
  if (draws && field.thresholds !== undefined && !isEmpty && custom.thresholdsStyle === undefined) {
    options.set('thresholdsStyle', json('off'));
  }
  return optionsCode(options);
}

function overrides(code: Code, panel: Raw, table: OptionTable): Code {
  let result: Code | undefined = code;
  for (const override of listOf(rawAt(panel, 'fieldConfig').overrides)) {
    if (result === undefined) return code;
    result = readOverride(result, override, table);
  }
  return result ?? code;
}

function transformations(code: Code, panel: Raw): Code {
  const read = listOf(panel.transformations).map(readTransformation);
  const known = read.filter((step) => step !== undefined);
  return known.length === read.length && known.length > 0 ? method(code, 'transform', known) : code;
}

function settings(code: Code, panel: Raw, { variables }: Context): Code {
  let result = code;
  for (const [key, called] of [
    ['interval', 'minInterval'],
    ['timeFrom', 'timeFrom'],
    ['timeShift', 'timeShift'],
  ] as const) {
    const value = panel[key];
    const length = value === undefined ? undefined : duration(value);
    if (length !== undefined) result = method(result, called, [length]);
  }
  if (typeof panel.maxDataPoints === 'number') {
    result = method(result, 'maxDataPoints', [json(panel.maxDataPoints)]);
  }
  if (panel.transparent === true) result = method(result, 'transparent');
  const { repeat, repeatDirection, maxPerRow } = panel;
  const variable = typeof repeat === 'string' ? variables.get(repeat) : undefined;
  if (variable === undefined) return result;
  const direction = repeatDirection === 'v' ? 'vertical' : 'horizontal';
  const limit = typeof maxPerRow === 'number' ? [json(maxPerRow)] : [];
  const more = limit.length > 0 || direction === 'vertical' ? [json(direction), ...limit] : [];
  return method(result, 'repeat', [name(variable.constant), ...more]);
}
