import type { JsonValue } from '../../../catalog/index.ts';
import type { Raw } from '../readers.ts';

/** A panel in its new type, and the options of the old one that have no counterpart there. */
export interface Upgraded {
  readonly panel: Raw;
  readonly dropped: readonly string[];
}

/** JSON with keys that may be absent. */
export type Parts = { readonly [key: string]: JsonValue | undefined | Parts };

/** The parts that are there. Objects of which nothing is left go too. */
export function parts(values: Parts): Raw {
  const result: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined) continue;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      result[key] = value as JsonValue;
      continue;
    }
    const inner = parts(value as Parts);
    if (Object.keys(inner).length > 0) result[key] = inner;
  }
  return result;
}

/** What every panel type has. */
export const COMMON: readonly string[] = [
  ...['id', 'gridPos', 'title', 'description', 'type', 'targets', 'datasource', 'links', 'repeat'],
  ...['repeatDirection', 'maxPerRow', 'interval', 'maxDataPoints', 'timeFrom', 'timeShift'],
  ...['transparent', 'transformations', 'hideTimeOverride'],
];

export function commonOf(panel: Raw): Raw {
  return Object.fromEntries(Object.entries(panel).filter(([key]) => COMMON.includes(key)));
}

/** Old options that say something and are in neither list. */
export function unread(panel: Raw, read: readonly string[], idle: readonly string[]): string[] {
  const known = new Set([...COMMON, ...read, ...idle, 'fieldConfig', 'options', 'pluginVersion']);
  return Object.entries(panel).flatMap(([key, value]) =>
    known.has(key) || isIdle(value) ? [] : [key],
  );
}

function isIdle(value: JsonValue): boolean {
  if (value === false || value === '' || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

export function numberOf(value: JsonValue | undefined): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
