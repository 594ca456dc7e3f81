import type { JsonValue } from '../../catalog/index.ts';
import type { Code, Entry } from '../source/index.ts';
import type { OptionRow } from './option-rows.ts';
import { isRaw, type Raw } from './readers.ts';

/** Options by what the model calls them; a dot goes into an object. */
export type Options = Map<string, Code>;

/** Reads what the rows know of `raw` into `options`. */
export function readRows(rows: readonly OptionRow[], raw: Raw, options: Options): void {
  for (const [from, to, read] of rows) {
    const value = valueAt(raw, from);
    if (value === undefined) continue;
    const code = read(value);
    if (code === undefined) continue;
    // A scale is a part of the axis.
    if (code.kind === 'object')
      for (const { key, value } of code.entries) options.set(`${to}.${key}`, value);
    else if (!options.has(to)) options.set(to, code);
  }
}

/** The options as one object literal; `undefined` where there are none. */
export function optionsCode(options: Options): Code | undefined {
  if (options.size === 0) return undefined;
  const entries: Entry[] = [];
  for (const [path, value] of options) put(entries, path.split('.'), value);
  return { kind: 'object', entries };
}

function put(entries: Entry[], [key = '', ...rest]: readonly string[], value: Code): void {
  if (rest.length === 0) {
    entries.push({ key, value });
    return;
  }
  let inner = entries.find((entry) => entry.key === key)?.value;
  if (inner?.kind !== 'object') {
    inner = { kind: 'object', entries: [] };
    entries.push({ key, value: inner });
  }
  put(inner.entries as Entry[], rest, value);
}

function valueAt(raw: Raw, path: string): JsonValue | undefined {
  if (Object.hasOwn(raw, path)) return raw[path];
  let at: JsonValue | undefined = raw;
  for (const key of path.split('.')) {
    if (!isRaw(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
}
