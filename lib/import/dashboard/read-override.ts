import type { JsonValue } from '../../catalog/index.ts';
import { call, type Code, json, method, object } from '../source/index.ts';
import type { OptionTable } from './option-tables.ts';
import { readLinks, readMappings, readThresholds, SIMPLE_FIELDS } from './read-field.ts';
import { type Options, optionsCode, readRows } from './read-options.ts';
import { isRaw, listOf, type Raw, text } from './readers.ts';

/** An override as a call; what has no option goes into its `raw`. `undefined` where it is of another shape. */
export function readOverride(
  panel: Code,
  override: Raw,
  table: OptionTable | undefined,
): Code | undefined {
  const { matcher, properties, ...rest } = override;
  if (!isRaw(matcher) || !Array.isArray(properties) || Object.keys(rest).length > 0) {
    return undefined;
  }
  const which = readMatcher(matcher);
  const options: Options = new Map();
  const others: Record<string, Raw[string]> = {};
  const seen = new Set<string>();
  for (const { id, value, ...more } of listOf(properties)) {
    // The second of an id wins, which an object cannot say.
    if (typeof id !== 'string' || seen.has(id) || Object.keys(more).length > 0) return undefined;
    seen.add(id);
    if (value === undefined) return undefined;
    if (!readProperty(id, value, table, options)) others[id] = value;
  }
  if (which === undefined || Object.hasOwn(others, '__proto__')) return undefined;
  if (Object.keys(others).length > 0) options.set('raw', json(others));
  return method(panel, 'override', [which, optionsCode(options) ?? object({})]);
}

function readProperty(
  id: string,
  value: JsonValue,
  table: OptionTable | undefined,
  options: Options,
): boolean {
  const before = options.size;
  if (id.startsWith('custom.')) {
    readRows(
      rowsOf(table, id.slice('custom.'.length)),
      { [id.slice('custom.'.length)]: value },
      options,
    );
    return options.size > before;
  }
  const code = standard(id, value);
  if (code !== undefined) options.set(id, code);
  return code !== undefined;
}

/** Rows of one property: `thresholdsStyle.mode` is read from `thresholdsStyle`. */
function rowsOf(table: OptionTable | undefined, id: string) {
  return (table?.custom ?? []).filter(([from]) => from === id || from.startsWith(`${id}.`));
}

function standard(id: string, value: JsonValue): Code | undefined {
  switch (id) {
    case 'thresholds':
      return readThresholds(value);
    case 'mappings': {
      const items = readMappings(value);
      // None do nothing in Grafana, so they have no name here.
      return items && items.length > 0 ? { kind: 'list', items } : undefined;
    }
    case 'displayName':
      return text(value);
    case 'links': {
      const links = readLinks(value);
      if (links === undefined || !Array.isArray(value)) return undefined;
      const items = listOf(value).map(({ title = '', url = '', targetBlank }) =>
        object({
          title: json(title),
          url: json(url),
          newTab: targetBlank === true ? json(true) : undefined,
        }),
      );
      return { kind: 'list', items };
    }
    default:
      return SIMPLE_FIELDS.find(([name]) => name === id)?.[1](value);
  }
}

const FIELD_TYPES: ReadonlySet<string> = new Set(['time', 'number', 'string', 'boolean', 'other']);

function readMatcher({ id, options, ...rest }: Raw): Code | undefined {
  if (typeof id !== 'string' || Object.keys(rest).length > 0) return undefined;
  if (typeof options === 'string') {
    if (id === 'byName') return call('byName', json(options));
    if (id === 'byRegexp') return call('byRegex', json(options));
    if (id === 'byFrameRefID') return call('byQuery', json(options));
    if (id === 'byType' && FIELD_TYPES.has(options)) return call('byType', json(options));
  }
  return call('byMatcher', json(id), ...(options === undefined ? [] : [json(options)]));
}
