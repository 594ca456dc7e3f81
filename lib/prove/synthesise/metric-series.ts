import type { Clock } from './clock.ts';
import type { Happening } from './effects.ts';
import type { LabelSet } from './label-sets.ts';
import type { Random } from './random.ts';

/** One series of a metric, or a family of those that a histogram makes of it. */
export interface PlannedSeries {
  /** With those of the target. */
  readonly labels: LabelSet;
  readonly random: Random;
  readonly weight: number;
  readonly happenings: readonly Happening[];
}

/**
 * Takes the samples of one series in one window.
 *
 * @param series as OpenMetrics writes it
 * @param values one a scrape, which the taker may change; NaN: the series is not exposed
 */
export type Sink = (series: string, values: Float64Array) => void;

/** All series of a metric at one target. */
export interface MetricSeries {
  /** What a later window goes on from; shared with the series, which changes it. */
  readonly state: readonly Float64Array[];
  /** Windows come in order, none left out. */
  advance(clock: Clock, sink: Sink): void;
}
