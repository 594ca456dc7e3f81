import { Duration } from '../../catalog/index.ts';
import { grafanaDuration } from '../../model/index.ts';
import { roundInterval } from './round-interval.ts';

/** What Grafana asks for: seconds since 1970, and seconds between two steps. */
export interface AskedRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  /** The values of `$__interval` and its like, by name. */
  readonly builtins: Readonly<Record<string, string>>;
}

export interface RangeFacts {
  /** Seconds since 1970. */
  readonly now: number;
  /** Seconds that the dashboard shows, or the panel. */
  readonly length: number;
  /** Seconds that the panel looks back further. */
  readonly shift: number;
  readonly maxDataPoints: number;
  /** Seconds: the least step of the query, of the panel or of the datasource, whichever is said first. */
  readonly minStep: number;
}

/** Prometheus refuses more steps. */
const MOST_POINTS = 11_000;

/** The range and the step that Grafana's Prometheus datasource takes. */
export function askedRange({ now, length, shift, maxDataPoints, minStep }: RangeFacts): AskedRange {
  const rounded = roundInterval((length * 1000) / maxDataPoints) / 1000;
  const step = Math.max(rounded, minStep, Math.ceil(length / MOST_POINTS));
  const end = now - shift;
  const aligned = (time: number) => Math.floor(time / step) * step;
  return {
    start: aligned(end - length),
    end: aligned(end),
    step,
    builtins: builtinsOf(step, Math.max(step + minStep, 4 * minStep), length),
  };
}

function builtinsOf(step: number, rateInterval: number, length: number): Record<string, string> {
  const text = (seconds: number) => grafanaDuration(Duration.milliseconds(seconds * 1000));
  return {
    __interval: text(step),
    __interval_ms: String(step * 1000),
    __rate_interval: text(rateInterval),
    __rate_interval_ms: String(rateInterval * 1000),
    __range: text(length),
    __range_s: String(length),
    __range_ms: String(length * 1000),
  };
}
