import { Duration, type DurationLike } from '../../catalog/index.ts';
import type { AnyHandle, Selector } from '../../promql/index.ts';

/** What happens to the series of one metric. Immutable. */
export interface Change {
  readonly selector: Selector;
  readonly effect: Effect;
  /** How long after the beginning of the incident. */
  readonly after: Duration;
}

/** `value` and `perSecond` are in the metric's unit. */
export type Effect =
  | { readonly kind: 'set'; readonly value: number }
  | { readonly kind: 'add'; readonly value: number }
  | { readonly kind: 'times'; readonly factor: number }
  | { readonly kind: 'grow'; readonly perSecond: number }
  | { readonly kind: 'rate'; readonly perSecond: number }
  | { readonly kind: 'latency'; readonly factor: number }
  | { readonly kind: 'freeze' }
  | { readonly kind: 'absent' };

interface Absent {
  /** The series are not exposed any more. */
  absent(): Change;
}

export interface CounterChange extends Absent {
  /** Per second, all series that match together, in the proportions that they had. */
  rate(perSecond: number): Change;
  /** This many times as much. */
  times(factor: number): Change;
  /** So much more per second, all series that match together. */
  add(perSecond: number): Change;
}

export interface GaugeChange extends Absent {
  /** Each series has this value. */
  set(value: number): Change;
  /** Each series has so much more. */
  add(value: number): Change;
  /** Each series has this many times as much. */
  times(factor: number): Change;
  /** Each series gets so much more with every second. */
  grow(perSecond: number): Change;
  /** Each series keeps the value that it had: nobody sets it any more. */
  freeze(): Change;
}

export interface HistogramChange extends Absent {
  /** Observations per second, all series that match together. */
  rate(perSecond: number): Change;
  /** This many times as many observations. */
  times(factor: number): Change;
  /** Each observation is this many times as large. */
  latency(factor: number): Change;
}

export interface Changes {
  readonly counter: CounterChange;
  readonly gauge: GaugeChange;
  readonly histogram: HistogramChange;
  readonly summary: HistogramChange;
  readonly info: Absent;
}

/**
 * What happens to the series of a metric, from the beginning of the incident on or from later. What depends on them
 * follows: failures stay a share of what they are failures of, and a target whose `up` is 0 exposes nothing.
 *
 * @example
 * change(m.http_requests_total.where({ status: '5xx' })).times(20)
 * change(m.queue_depth, { after: '5m' }).grow(2)
 */
export function change<H extends AnyHandle>(
  handle: H,
  { after = '0s' }: { readonly after?: DurationLike } = {},
): Changes[H['metricKind']] {
  const made = (effect: Effect): Change =>
    Object.freeze({ selector: handle.selector, effect, after: Duration.of(after) });
  const changes: CounterChange & GaugeChange & HistogramChange = {
    set: (value) => made({ kind: 'set', value }),
    add: (value) => made({ kind: 'add', value }),
    times: (factor) => made({ kind: 'times', factor }),
    grow: (perSecond) => made({ kind: 'grow', perSecond }),
    rate: (perSecond) => made({ kind: 'rate', perSecond }),
    latency: (factor) => made({ kind: 'latency', factor }),
    freeze: () => made({ kind: 'freeze' }),
    absent: () => made({ kind: 'absent' }),
  };
  return changes as Changes[H['metricKind']];
}
