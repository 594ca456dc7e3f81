import type { JsonValue } from '../../catalog/index.ts';
import { call, type Code, json, list, object } from '../source/index.ts';
import { color, fieldColor, isRaw, listOf, number, type Raw, text, unit } from './readers.ts';

/** Thresholds as a call of `steps`; `undefined` where they say more than it can. */
export function readThresholds(value: JsonValue): Code | undefined {
  if (!isRaw(value)) return undefined;
  const { mode, steps, ...rest } = value;
  if (Object.keys(rest).length > 0 || !Array.isArray(steps)) return undefined;
  if (mode !== 'absolute' && mode !== 'percentage') return undefined;
  const entries = (steps as readonly JsonValue[]).map((step, i): Code | undefined => {
    if (!isRaw(step)) return undefined;
    const { color: shown, value: from, ...more } = step;
    if (Object.keys(more).length > 0 || shown === undefined) return undefined;
    const paint = color(shown);
    if (paint === undefined) return undefined;
    if (i === 0) return from === null ? object({ color: paint }) : undefined;
    return typeof from === 'number' ? object({ from: json(from), color: paint }) : undefined;
  });
  const known = entries.filter((entry) => entry !== undefined);
  if (known.length < entries.length) return undefined;
  // `steps` without any has a colour below them.
  if (known.length === 0) return json({ mode, steps: [] });
  return call('steps', list(known), ...(mode === 'percentage' ? [json(mode)] : []));
}

/** Mappings as calls; `undefined` where one of them says more than its call can. */
export function readMappings(value: JsonValue): readonly Code[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = (value as readonly JsonValue[]).map((item) =>
    isRaw(item) ? mapping(item) : undefined,
  );
  const known = read.filter((code) => code !== undefined);
  return known.length === read.length ? known : undefined;
}

function mapping({ type, options, ...rest }: Raw): Code | undefined {
  if (!isRaw(options) || Object.keys(rest).length > 0) return undefined;
  if (type === 'value') {
    const results = Object.entries(options).map(([key, value]) => [key, result(value)] as const);
    // TypeScript reads `-1` and `1.0` differently than Grafana.
    return results.every((pair): pair is [string, Code] => pair[1] !== undefined)
      ? call('valueMapping', {
          kind: 'object',
          entries: results.map(([key, code]) => ({ key, value: code })),
        })
      : undefined;
  }
  const { result: shown, ...by } = options;
  const code = result(shown);
  if (code === undefined) return undefined;
  const keys = Object.keys(by).sort().join();
  if (type === 'regex' && keys === 'pattern' && typeof by.pattern === 'string') {
    return call('regexMapping', json(by.pattern), code);
  }
  if (type === 'special' && keys === 'match' && SPECIAL.has(String(by.match))) {
    return call('specialMapping', json(by.match ?? null), code);
  }
  if (type !== 'range' || !/^(?:from|from,to|to|)$/.test(keys)) return undefined;
  const bounds = Object.entries(by).filter(([, bound]) => bound !== null);
  return bounds.every(([, bound]) => typeof bound === 'number')
    ? call('rangeMapping', json(Object.fromEntries(bounds)), code)
    : undefined;
}

const SPECIAL: ReadonlySet<string> = new Set(['true', 'false', 'null', 'nan', 'null+nan', 'empty']);

function result(value: JsonValue | undefined): Code | undefined {
  if (!isRaw(value)) return undefined;
  const { text: shown, color: paint, ...rest } = value;
  if (Object.keys(rest).length > 0) return undefined;
  if (shown !== undefined && typeof shown !== 'string') return undefined;
  if (paint !== undefined && color(paint) === undefined) return undefined;
  return json(value);
}

/** Links as arguments of a call each: title, url and options. */
export function readLinks(value: JsonValue | undefined): readonly (readonly Code[])[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = listOf(value).map(({ title = '', url = '', targetBlank, ...rest }) => {
    if (Object.keys(rest).length > 0 || typeof title !== 'string' || typeof url !== 'string') {
      return undefined;
    }
    const newTab = targetBlank === true ? [object({ newTab: json(true) })] : [];
    return targetBlank === undefined || targetBlank === true
      ? [json(title), json(url), ...newTab]
      : undefined;
  });
  const known = read.filter((link) => link !== undefined);
  return known.length === value.length ? known : undefined;
}

/** The standard options that are one value each, by the name of their call. */
export const SIMPLE_FIELDS = [
  ['unit', unit],
  ['min', number],
  ['max', number],
  ['decimals', number],
  ['noValue', text],
  ['displayName', text],
  ['color', fieldColor],
] as const;
