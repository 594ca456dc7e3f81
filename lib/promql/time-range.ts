import { Duration, type DurationLike } from '../catalog/index.ts';
import type { Range } from './ast.ts';

/** An interval variable of the dashboard, as a query uses it. */
export interface IntervalVariable {
  readonly kind: 'variable';
  readonly name: string;
  readonly interval: true;
}

/**
 * The window of a range vector. `$__rate_interval` is four scrape intervals or the panel's step, whichever is larger;
 * `$__range` is the dashboard's time range; `$__interval` the panel's step. An alert takes a duration only.
 */
export type TimeRange = DurationLike | GrafanaInterval | IntervalVariable;

type GrafanaInterval = '$__rate_interval' | '$__range' | '$__interval';

/** How far back an `offset` looks; negative looks ahead. */
export type Shift = TimeRange | `-${GrafanaInterval}`;

/** The window where the author gives none. */
export const RATE_INTERVAL = '$__rate_interval';

/**
 * The node of a window.
 *
 * @throws RangeError for a text that is not a duration
 */
export function toRange(range: TimeRange): Range {
  if (typeof range === 'string' && range.startsWith('$')) return variableRange(range.slice(1));
  if (typeof range === 'object' && 'kind' in range) return variableRange(range.name);
  return { kind: 'duration', milliseconds: Duration.of(range).milliseconds };
}

/**
 * The node of an offset, which may be negative: `'-5m'` looks ahead.
 *
 * @throws RangeError for a text that is not a duration
 */
export function toOffset(by: Shift): Range {
  if (!isNegative(by)) return toRange(by);
  if (by.startsWith('-$')) return { ...variableRange(by.slice(2)), negative: true };
  return { kind: 'duration', milliseconds: -Duration.of(by.slice(1)).milliseconds };
}

function isNegative(by: Shift): by is Extract<Shift, `-${string}`> {
  return typeof by === 'string' && by.startsWith('-');
}

function variableRange(name: string): Extract<Range, { readonly kind: 'variable' }> {
  return { kind: 'variable', variable: { name, text: `$${name}` } };
}
