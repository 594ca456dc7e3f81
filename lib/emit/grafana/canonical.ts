import type { JsonValue } from '../../catalog/index.ts';

type Objects = Readonly<Record<string, unknown>>;

const NOTHING: Objects = {};
const NONE: readonly string[] = [];

/** A JSON object that is ready to be written. */
export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * `value` as it is written: the keys of every object sorted, so that the order in which they were set never shows, and
 * without what equals `defaults`, at every depth. An object for which there are defaults goes when nothing is left of
 * it. What JSON has no word for, such as the methods that the SDK puts on queries, is dropped. Lists keep their order.
 *
 * @param written keys of parts that are canonical already, which are not looked into again
 *
 * @example
 * canonical({ b: { d: 2, c: 1 }, a: 1, e: { f: 3 } }, { a: 1, b: { d: 2 }, e: { f: 3 } }) // { b: { c: 1 } }
 */
export function canonical(
  value: object,
  defaults: object = NOTHING,
  written: readonly string[] = NONE,
): JsonObject {
  return sorted(value as Objects, defaults as Objects, written);
}

function sorted(value: Objects, defaults: Objects, written = NONE): JsonObject {
  const result: Record<string, JsonValue> = {};
  for (const key of sortedKeys(value)) {
    const item = value[key];
    if (item === undefined || typeof item === 'function') continue;
    if (written.includes(key)) {
      if (!(key in defaults && isEmpty(item as object))) result[key] = item as JsonValue;
      continue;
    }
    const assumed = defaults[key];
    if (item === assumed) continue;
    if (!isObject(item)) {
      if (!Array.isArray(item)) result[key] = item as JsonValue;
      else if (!equalLists(item, assumed)) result[key] = item.map(entry);
    } else if (!isObject(assumed)) {
      result[key] = sorted(item, NOTHING);
    } else {
      const rest = sorted(item, assumed);
      if (!isEmpty(rest)) result[key] = rest;
    }
  }
  return result;
}

function entry(value: unknown): JsonValue {
  if (Array.isArray(value)) return value.map(entry);
  return isObject(value) ? sorted(value, NOTHING) : (value as JsonValue);
}

/** By insertion: objects have few keys, and most are nearly in order. */
function sortedKeys(value: Objects): readonly string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) {
    const key = keys[i] as string;
    let at = i;
    for (; at > 0 && (keys[at - 1] as string) > key; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

export function isObject(value: unknown): value is Objects {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEmpty(value: object): boolean {
  for (const _ in value) return false;
  return true;
}

/** Lists that defaults have hold texts only. */
function equalLists(a: readonly unknown[], b: unknown): boolean {
  return Array.isArray(b) && a.length === b.length && a.every((item, i) => item === b[i]);
}
