import type { JsonValue } from '../../catalog/index.ts';
import { call, type Code, json, object } from '../source/index.ts';
import { isRaw, type Raw, reducer } from './readers.ts';

/**
 * A transformation as the call that makes it, where there is one that makes exactly this; else as its id and options.
 * `undefined` where it is of another shape.
 */
export function readTransformation({ id, options = {}, ...rest }: Raw): Code | undefined {
  if (typeof id !== 'string' || !isRaw(options)) return undefined;
  const { filter, ...more } = rest;
  const query =
    isRaw(filter) && filter.id === 'byRefId' && Object.keys(filter).length === 2
      ? filter.options
      : undefined;
  const isPlain = Object.keys(more).length === 0;
  if (isPlain && (filter === undefined || typeof query === 'string')) {
    const known = readers[id]?.(options);
    const step = known ?? call('transformation', json(id), ...optionsOf(options));
    return typeof query === 'string' ? call('onQuery', json(query), step) : step;
  }
  return call('transformation', json(id), json(options), json(rest as JsonValue));
}

function optionsOf(options: Raw): readonly Code[] {
  return Object.keys(options).length === 0 ? [] : [json(options)];
}

type Reader = (options: Raw) => Code | undefined;

const readers: Readonly<Record<string, Reader | undefined>> = Object.assign(
  Object.create(null) as object,
  {
    merge: (options) => empty(options, 'merge'),
    seriesToRows: (options) => empty(options, 'seriesToRows'),
    timeSeriesTable: (options) => empty(options, 'seriesToTable'),
    transpose: (options) => empty(options, 'transpose'),
    organize,
    joinByField: ({ byField, mode = 'outer', ...rest }) =>
      typeof byField === 'string' &&
      has(['outer', 'outerTabular', 'inner'], mode) &&
      none(rest) &&
      rest.mode === undefined
        ? call('joinByField', json(byField), ...(mode === 'outer' ? [] : [json(mode)]))
        : undefined,
    groupBy,
    sortBy: ({ sort, fields, ...rest }) => {
      if (!Array.isArray(sort) || sort.length !== 1 || !none(rest) || !isEmptyObject(fields)) {
        return undefined;
      }
      const [only] = sort as readonly JsonValue[];
      if (!isRaw(only)) return undefined;
      const { field, desc, ...more } = only;
      if (typeof field !== 'string' || !none(more) || fields !== undefined) return undefined;
      if (desc === undefined) return call('sortRows', json(field));
      return desc === true ? call('sortRows', json(field), json('desc')) : undefined;
    },
    limit: ({ limitField, ...rest }) =>
      typeof limitField === 'number' && none(rest)
        ? call('limitRows', json(limitField))
        : undefined,
    renameByRegex: ({ regex, renamePattern, ...rest }) =>
      typeof regex === 'string' && typeof renamePattern === 'string' && none(rest)
        ? call('renameByRegex', json(regex), json(renamePattern))
        : undefined,
    filterFieldsByName: fieldsByName,
    reduce: ({ reducers, mode, ...rest }) => {
      if (!Array.isArray(reducers) || !none(rest)) return undefined;
      if (!(reducers as readonly JsonValue[]).every((item) => reducer(item))) return undefined;
      if (mode === 'seriesToRows') return call('reduceFields', json(reducers));
      return mode === 'reduceFields' ? call('reduceFields', json(reducers), json(mode)) : undefined;
    },
    filterByRefId: ({ include, ...rest }) =>
      typeof include === 'string' && /^\w+(?:\|\w+)*$/.test(include) && none(rest)
        ? call('keepQueries', ...include.split('|').map((refId) => json(refId)))
        : undefined,
  } satisfies Readonly<Record<string, Reader>>,
);

function none(rest: Raw): boolean {
  return Object.keys(rest).length === 0;
}

function has(words: readonly string[], value: JsonValue): boolean {
  return words.some((word) => word === value);
}

function isEmptyObject(value: JsonValue | undefined): boolean {
  return value === undefined || (isRaw(value) && none(value));
}

function empty(options: Raw, name: string): Code | undefined {
  return none(options) ? call(name) : undefined;
}

/** Only where it is as `organize` writes it: every name hidden, places counted from 0. */
function organize({ excludeByName, indexByName, renameByName, ...rest }: Raw): Code | undefined {
  if (!none(rest)) return undefined;
  const parts = [excludeByName, indexByName, renameByName];
  // An empty part is not written.
  if (parts.some((part) => part !== undefined && (!isRaw(part) || none(part)))) return undefined;
  const hidden = Object.entries((excludeByName ?? {}) as Raw);
  const places = Object.entries((indexByName ?? {}) as Raw).sort(
    ([, a], [, b]) => Number(a) - Number(b),
  );
  const renamed = Object.entries((renameByName ?? {}) as Raw);
  if (!hidden.every(([, is]) => is === true)) return undefined;
  if (!places.every(([, place], i) => place === i)) return undefined;
  if (!renamed.every(([, to]) => typeof to === 'string')) return undefined;
  return call(
    'organize',
    object({
      hide: hidden.length === 0 ? undefined : json(hidden.map(([name]) => name)),
      rename: renamed.length === 0 ? undefined : json(renameByName ?? {}),
      order: places.length === 0 ? undefined : json(places.map(([name]) => name)),
    }),
  );
}

function groupBy({ fields, ...rest }: Raw): Code | undefined {
  if (!isRaw(fields) || !none(rest)) return undefined;
  const by: string[] = [];
  const calculated: [string, JsonValue][] = [];
  for (const [name, field] of Object.entries(fields)) {
    if (!isRaw(field)) return undefined;
    const { aggregations, operation, ...more } = field;
    if (!Array.isArray(aggregations) || !none(more)) return undefined;
    const items = aggregations as readonly JsonValue[];
    if (operation === 'groupby' && items.length === 0 && calculated.length === 0) by.push(name);
    else if (operation === 'aggregate' && items.every((item) => reducer(item))) {
      calculated.push([name, aggregations]);
    } else return undefined;
  }
  const calculate = calculated.length === 0 ? undefined : json(Object.fromEntries(calculated));
  return call('groupBy', object({ by: json(by), calculate }));
}

function fieldsByName({ include, exclude, ...rest }: Raw): Code | undefined {
  if (!none(rest) || (include === undefined) === (exclude === undefined)) return undefined;
  const chosen = include ?? exclude;
  if (!isRaw(chosen)) return undefined;
  const { names, pattern, ...more } = chosen;
  if (!none(more)) return undefined;
  const isNames =
    Array.isArray(names) &&
    pattern === undefined &&
    (names as readonly JsonValue[]).every((name) => typeof name === 'string');
  const name = include === undefined ? 'dropFields' : 'keepFields';
  if (isNames) return call(name, json(names));
  return typeof pattern === 'string' && names === undefined
    ? call(name, json({ pattern }))
    : undefined;
}
