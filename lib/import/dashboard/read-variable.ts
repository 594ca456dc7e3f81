import { Duration, type JsonValue } from '../../catalog/index.ts';
import { grafanaDuration, labelValues, queryResult } from '../../model/index.ts';
import { parse } from '../../promql/index.ts';
import { builderSource, type BuilderSource } from '../promql/index.ts';
import { call, type Code, json, object } from '../source/index.ts';
import { type Context, datasourceCode, isAssumed } from './context.ts';
import { isRaw, type Raw, textAt } from './readers.ts';

/** A variable as a call. What has no option goes into its `raw`. */
export function readVariable(variable: Raw, context: Context): Code {
  const { name: id, type, label, description, hide, ...rest } = variable;
  const left: Record<string, JsonValue> = { ...rest };
  const options: Record<string, Code | undefined> = {};
  if (typeof label === 'string') options.label = json(label);
  if (typeof description === 'string') options.description = json(description);
  const isHidden = type === 'constant' ? hide !== undefined : hide === 1 || hide === 2;
  if (isHidden && (hide === 1 || hide === 2)) {
    options.hide = json(hide === 1 ? 'label' : 'variable');
  } else if (hide !== undefined) left.hide = hide;
  const make = ownOf(FACTORIES, String(type)) ?? other;
  const { factory, args } = make(variable, left, options, context);
  if (Object.keys(left).length > 0) options.raw = json(left);
  const all = object(options);
  const some = all.kind === 'object' && all.entries.length > 0 ? [all] : [];
  return call(factory, json(String(id ?? '')), ...args, ...some);
}

/** What a table has itself: `constructor` is no type of a variable. */
function ownOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

interface Made {
  readonly factory: string;
  readonly args: readonly Code[];
}

type Factory = (
  variable: Raw,
  left: Record<string, JsonValue>,
  options: Record<string, Code | undefined>,
  context: Context,
) => Made;

const FACTORIES: Readonly<Record<string, Factory | undefined>> = {
  query: queryVariable,
  custom: customVariable,
  constant: (_, left) => {
    const value = take(left, 'query', 'string');
    return { factory: 'constantVariable', args: [value ?? json('')] };
  },
  textbox: (_, left, options) => {
    const initial = take(left, 'query', 'string');
    if (initial !== undefined) options.initial = initial;
    return { factory: 'textVariable', args: [] };
  },
  interval: intervalVariable,
  datasource: (variable, left, options) => {
    const plugin = take(left, 'query', 'string');
    if (plugin === undefined || !PLUGINS.has(String(variable.query))) {
      return other(variable, Object.assign(left, { query: variable.query }), options);
    }
    const regex = take(left, 'regex', 'string');
    if (regex !== undefined) options.regex = regex;
    const { value } = isRaw(left.current) ? left.current : {};
    if (value === undefined || typeof value === 'string') options.initial = json(value ?? '');
    if (typeof value === 'string') delete left.current;
    return { factory: 'datasourceVariable', args: [plugin] };
  },
  adhoc: (_, left, options, context) => {
    datasource(left, options, context);
    return { factory: 'adhocVariable', args: [] };
  },
};

const PLUGINS: ReadonlySet<string> = new Set(['prometheus', 'loki', 'alertmanager']);

/** Of a type that the model does not have: a text with another type. */
function other(
  variable: Raw,
  left: Record<string, JsonValue>,
  _options: Record<string, Code | undefined>,
): Made {
  if (variable.type !== undefined) left.type = variable.type;
  return { factory: 'textVariable', args: [] };
}

function take(
  left: Record<string, JsonValue>,
  key: string,
  type: 'string' | 'boolean',
): Code | undefined {
  const value = left[key];
  if (typeof value !== type || value === undefined) return undefined;
  delete left[key];
  return json(value);
}

function choice(left: Record<string, JsonValue>, options: Record<string, Code | undefined>): void {
  for (const key of ['multi', 'includeAll'] as const) {
    const value = take(left, key, 'boolean');
    if (value !== undefined) options[key] = value;
  }
  const allValue = take(left, 'allValue', 'string');
  if (allValue !== undefined) options.allValue = allValue;
  const { value, ...rest } = isRaw(left.current) ? left.current : {};
  if (Object.keys(rest).length > 0) return;
  const isList =
    Array.isArray(value) &&
    (value as readonly JsonValue[]).every((each) => typeof each === 'string');
  if (value === undefined || !(typeof value === 'string' || isList)) return;
  options.initial = json(value);
  delete left.current;
}

function datasource(
  left: Record<string, JsonValue>,
  options: Record<string, Code | undefined>,
  context: Context,
): void {
  const chosen = left.datasource;
  if (chosen === undefined || !isAssumed(chosen, 'prometheus', context)) {
    const code = datasourceCode(chosen, context);
    if (code === undefined) return;
    options.datasource = code;
  }
  delete left.datasource;
}

const SORTS = ['none', 'asc', 'desc', 'numericAsc', 'numericDesc', 'naturalAsc', 'naturalDesc'];

function queryVariable(
  variable: Raw,
  left: Record<string, JsonValue>,
  options: Record<string, Code | undefined>,
  context: Context,
): Made {
  choice(left, options);
  datasource(left, options, context);
  const regex = take(left, 'regex', 'string');
  if (regex !== undefined) options.regex = regex;
  const { sort = 0, refresh = 1 } = left;
  // Numbers above 4 are another order of the same names.
  const SORT = ['none', 'asc', 'desc', 'numericAsc', 'numericDesc'];
  const sorted = typeof sort === 'number' ? (SORT[sort] ?? NATURAL[sort]) : undefined;
  if (sorted !== undefined && SORTS.includes(sorted)) {
    if (sorted !== 'none') options.sort = json(sorted);
    delete left.sort;
  }
  if (refresh === 1 || refresh === 2) {
    if (refresh === 2) options.refresh = json('time');
    delete left.refresh;
  }
  const { query } = left;
  if (typeof query !== 'string')
    return { factory: 'queryVariable', args: [call('queryText', json(''))] };
  delete left.query;
  return { factory: 'queryVariable', args: [sourceOf(query, variable, context)] };
}

/** 5 and 6 sort without regard to case, which the model does not have. */
const NATURAL: Readonly<Record<number, string>> = { 7: 'naturalAsc', 8: 'naturalDesc' };

/** What a variable asks for: typed where the metric and the label are known. */
function sourceOf(query: string, variable: Raw, context: Context): Code {
  const asText = call('queryText', json(query));
  const place = `variable ${JSON.stringify(variable.name)}`;
  const isOther = isRaw(variable.datasource) && variable.datasource.type === 'loki';
  const [, called, inside = ''] = /^(label_values|query_result)\(([^]*)\)$/.exec(query) ?? [];
  const comma = inside.lastIndexOf(',');
  if (isOther || called === undefined || (called === 'label_values' && comma === -1)) {
    context.keep({ place, reason: 'its query has no typed call' });
    return asText;
  }
  const text = called === 'label_values' ? inside.slice(0, comma) : inside;
  const { expr, errors } = parse(text);
  if (expr === undefined || errors.length > 0) {
    context.keep({ place, reason: 'its query is not PromQL as dashc reads it' });
    return asText;
  }
  const built = builderSource(expr, context.handles);
  if (built.code === undefined) {
    context.keep({ place, reason: `text instead of typed calls: ${built.reason}` });
    return asText;
  }
  if (called === 'query_result') {
    return made('queryResult', built, '', queryResult(built.value));
  }
  const label = inside.slice(comma + 1).trim();
  const isKnown = built.labels === 'open' || built.labels.has(label);
  if (expr.kind !== 'selector' || !isKnown || !/^[A-Za-z_]\w*$/.test(label)) return asText;
  const handle = { ...built, code: built.code.replace(/\.raw\(\)$/, '') };
  const value = labelValues(
    { selector: expr } as Parameters<typeof labelValues>[0],
    label as never,
  );
  return made('labelValues', handle, `, ${JSON.stringify(label).replaceAll('"', "'")}`, value);
}

function made(
  factory: string,
  { code, names }: Pick<BuilderSource, 'code' | 'names'>,
  more: string,
  value: unknown,
): Code {
  return { kind: 'made', code: `${factory}(${code}${more})`, names: [factory, ...names], value };
}

function customVariable(
  variable: Raw,
  left: Record<string, JsonValue>,
  options: Record<string, Code | undefined>,
): Made {
  choice(left, options);
  const query = textAt(variable, 'query') ?? '';
  const values = valuesOf(query);
  if (values === undefined) {
    return { factory: 'customVariable', args: [json([])] };
  }
  delete left.query;
  const isPlain = values.every(([shown, value]) => shown === value);
  const names = new Set(values.map(([shown]) => shown));
  const numeric = values.some(([shown]) => /^\d+$/.test(shown) || shown === '__proto__');
  if (isPlain) return { factory: 'customVariable', args: [json(values.map(([, value]) => value))] };
  // An object would put numbers first, and has each name once.
  if (numeric || names.size < values.length) {
    left.query = query;
    return { factory: 'customVariable', args: [json([])] };
  }
  return { factory: 'customVariable', args: [json(Object.fromEntries(values))] };
}

/** The texts and values, if dashc writes the same query of them. */
function valuesOf(query: string): readonly (readonly [string, string])[] | undefined {
  if (query === '') return [];
  const values = query
    .split(/(?<!\\),/)
    .map((part) => part.replaceAll('\\,', ','))
    .map((part): [string, string] => {
      const [, shown, value] = /^(.+?)\s:\s(.+)$/.exec(part) ?? [];
      return shown === undefined || value === undefined ? [part, part] : [shown, value];
    });
  const escaped = (text: string) => text.replaceAll(',', '\\,');
  const written = values
    .map(([shown, value]) =>
      shown === value ? escaped(value) : `${escaped(shown)} : ${escaped(value)}`,
    )
    .join(',');
  return written === query ? values : undefined;
}

function intervalVariable(
  variable: Raw,
  left: Record<string, JsonValue>,
  options: Record<string, Code | undefined>,
): Made {
  const texts = (textAt(variable, 'query') ?? '').split(',');
  const isPlain = (text: unknown) => {
    const parsed = typeof text === 'string' ? Duration.parse(text) : undefined;
    return parsed !== undefined && grafanaDuration(parsed) === text;
  };
  const { value } = isRaw(left.current) ? left.current : {};
  if (isPlain(value)) {
    options.initial = json(value ?? '');
    delete left.current;
  }
  if (left.auto === true && isPlain(left.auto_min ?? '10s')) {
    const parts = typeof left.auto_count === 'number' ? left.auto_count : 30;
    options.auto = json({ parts, min: left.auto_min ?? '10s' });
    for (const key of ['auto', 'auto_count', 'auto_min']) delete left[key];
  }
  if (!texts.every(isPlain)) return { factory: 'intervalVariable', args: [json([])] };
  delete left.query;
  return { factory: 'intervalVariable', args: [json(texts)] };
}
