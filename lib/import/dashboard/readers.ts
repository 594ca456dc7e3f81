import type { JsonValue } from '../../catalog/index.ts';
import { Duration } from '../../catalog/index.ts';
import { COLOR_SCHEMES, GRAFANA_UNITS, grafanaDuration, type Reducer } from '../../model/index.ts';
import { type Code, json } from '../source/index.ts';

/** A JSON object of a normalised dashboard. */
export type Raw = { readonly [key: string]: JsonValue };

/** What a value is in the source; `undefined` where no type of the model has it. */
export type Reader = (value: JsonValue) => Code | undefined;

export function isRaw(value: JsonValue | undefined): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function listOf(value: JsonValue | undefined): readonly Raw[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]).filter(isRaw) : [];
}

export function rawAt(raw: Raw, key: string): Raw {
  const value = raw[key];
  return isRaw(value) ? value : {};
}

export function textAt(raw: Raw, key: string): string | undefined {
  const value = raw[key];
  return typeof value === 'string' ? value : undefined;
}

export const flag: Reader = (value) => (typeof value === 'boolean' ? json(value) : undefined);

export const number: Reader = (value) => (typeof value === 'number' ? json(value) : undefined);

export const text: Reader = (value) => (typeof value === 'string' ? json(value) : undefined);

/** One of some words. */
export function one(...words: readonly string[]): Reader {
  return (value) => (words.some((word) => word === value) ? json(value) : undefined);
}

/** Words that the model calls differently. */
export function word(names: ReadonlyMap<JsonValue, string>): Reader {
  return (value) => {
    const name = names.get(value);
    return name === undefined ? undefined : json(name);
  };
}

export function many(of: Reader): Reader {
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return (value as readonly JsonValue[]).every((item) => of(item) !== undefined)
      ? json(value)
      : undefined;
  };
}

const REDUCERS: ReadonlySet<string> = new Set<Reducer>([
  ...(['lastNotNull', 'last', 'firstNotNull', 'first', 'min', 'max', 'mean', 'median'] as const),
  ...(['sum', 'count', 'countAll', 'range', 'delta', 'step', 'diff', 'diffperc'] as const),
  ...(['logmin', 'variance', 'stdDev', 'changeCount', 'distinctCount', 'allIsZero'] as const),
  ...(['allIsNull', 'allValues', 'uniqueValues'] as const),
  ...(['p1', 'p5', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p99'] as const),
]);

export const reducer: Reader = (value) =>
  typeof value === 'string' && REDUCERS.has(value) ? json(value) : undefined;

const UNITS: ReadonlySet<string> = new Set(Object.values(GRAFANA_UNITS).flat());

export const unit: Reader = (value) =>
  typeof value === 'string' &&
  (UNITS.has(value) || /^(?:suffix|prefix|count|si|currency|time):/.test(value))
    ? json(value)
    : undefined;

const HUE = 'red|orange|yellow|green|blue|purple';
const COLOR = new RegExp(
  `^(?:(?:(?:super-light|light|semi-dark|dark)-)?(?:${HUE})|text|transparent|white|black|gray|#.*|rgba?\\(.*\\))$`,
);

export const color: Reader = (value) =>
  typeof value === 'string' && COLOR.test(value) ? json(value) : undefined;

/** A fixed colour, or a scheme. */
export const fieldColor: Reader = (value) => {
  if (!isRaw(value)) return undefined;
  const { mode, fixedColor, ...rest } = value;
  if (Object.keys(rest).length > 0) return undefined;
  if (mode === 'fixed') return fixedColor === undefined ? undefined : color(fixedColor);
  const isKnown = COLOR_SCHEMES.some((scheme) => scheme === mode) && fixedColor === undefined;
  return isKnown && mode !== undefined ? json(mode) : undefined;
};

/** A duration that is written as it was. */
export const duration: Reader = (value) => {
  if (typeof value !== 'string') return undefined;
  const parsed = Duration.parse(value);
  return parsed !== undefined && grafanaDuration(parsed) === value ? json(value) : undefined;
};

/** The object without some of its keys. */
export function omit(raw: Raw, ...keys: readonly string[]): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.includes(key)));
}
