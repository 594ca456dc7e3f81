import { PHYSICAL_UNITS, type PhysicalUnit } from '../../catalog/index.ts';
import {
  COUNT,
  type InferredUnit,
  inferredUnit,
  INFO,
  SECONDS,
  STATE,
  TIMESTAMP,
} from './inferred-unit.ts';
import type { SampleKind } from './sample-kind.ts';

/** What a metric's name suggests by Prometheus's naming conventions, for metrics that nobody declares. */
export interface Hint {
  readonly kind: SampleKind;
  readonly unit: InferredUnit | undefined;
  readonly observed: InferredUnit | undefined;
}

const NO_HINT: Hint = { kind: 'unknown', unit: undefined, observed: undefined };

/** Series that Prometheus itself makes. They need no declaration. */
const BUILT_IN: ReadonlyMap<string, Hint> = new Map([
  ['up', hint('state', STATE)],
  ['ALERTS', hint('state', STATE)],
  ['ALERTS_FOR_STATE', hint('gauge', TIMESTAMP)],
  ['scrape_duration_seconds', hint('gauge', SECONDS)],
  ['scrape_timeout_seconds', hint('gauge', SECONDS)],
  ['scrape_samples_scraped', hint('gauge', COUNT)],
  ['scrape_samples_post_metric_relabeling', hint('gauge', COUNT)],
  ['scrape_series_added', hint('gauge', COUNT)],
  ['scrape_sample_limit', hint('gauge', COUNT)],
  ['scrape_body_size_bytes', hint('gauge', inferredUnit('bytes'))],
]);

export function isBuiltIn(name: string): boolean {
  return BUILT_IN.has(name);
}

/** Never certain: recorded metrics, whose names have a `:`, give no hint. */
export function hintOf(name: string): Hint {
  if (name.includes(':') || name.includes('$')) return NO_HINT;
  const builtIn = BUILT_IN.get(name);
  if (builtIn) return builtIn;
  const [suffix, base] = split(name);
  switch (suffix) {
    case 'total':
      return hint('counter', unitInName(base) ?? COUNT);
    case 'sum':
      return hint('counter', unitInName(base));
    case 'count':
      return hint('counter', COUNT);
    case 'bucket':
      return { kind: 'bucket', unit: COUNT, observed: unitInName(base) };
    case 'info':
      return hint('info', INFO);
    case 'created':
      return hint('gauge', TIMESTAMP);
  }
  const unit = unitInName(name);
  return unit === undefined ? NO_HINT : hint('unknown', unit);
}

function hint(kind: SampleKind, unit: InferredUnit | undefined): Hint {
  return { kind, unit, observed: undefined };
}

function split(name: string): readonly [suffix: string, base: string] {
  const at = name.lastIndexOf('_');
  return [name.slice(at + 1), name.slice(0, Math.max(at, 0))];
}

function unitInName(base: string): InferredUnit | undefined {
  const [word, before] = split(base);
  if (word === 'seconds' && (before.endsWith('_timestamp') || before.endsWith('start_time'))) {
    return TIMESTAMP;
  }
  return isPhysical(word) && !NOT_IN_NAMES.has(word) ? inferredUnit(word) : undefined;
}

/** Words that mean something else at the end of a name: `circuit_breaker_state`. */
const NOT_IN_NAMES: ReadonlySet<string> = new Set([
  'info',
  'state',
  'timestamp',
  'timestamp-milliseconds',
]);

function isPhysical(word: string): word is PhysicalUnit {
  return Object.hasOwn(PHYSICAL_UNITS, word);
}
