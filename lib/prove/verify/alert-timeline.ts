import type { Alert } from '../../model/index.ts';
import type { ResultSeries } from '../prometheus-server/index.ts';

/** One label set that fired. */
export interface FiringPeriod {
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly from: number;
}

/** One label set that is pending or fires at some moment. */
export interface AlertState {
  readonly labels: Readonly<Record<string, string>>;
  readonly state: 'pending' | 'firing';
  /** Since when; seconds since 1970. */
  readonly since: number;
}

type Timing = Pick<Alert, 'for' | 'keepFiringFor'>;

/**
 * When an alert fires, from the values of its expression: the rules of Prometheus for `for` and `keep_firing_for`. It is
 * pending from the first value on, fires when that is `for` ago, and goes on firing for `keep_firing_for` without values.
 *
 * @param series of the alert's whole expression, a value at each evaluation where it holds
 * @param step seconds between two evaluations
 */
export function firingPeriods(
  alert: Timing,
  series: readonly ResultSeries[],
  step: number,
): readonly FiringPeriod[] {
  return series.flatMap((each) => {
    const labels = labelsOf(each);
    return stretchesOf(alert, each, step).flatMap(({ fired }) =>
      fired === undefined ? [] : [{ labels, from: fired }],
    );
  });
}

/**
 * What is pending or fires at the moment `at`, which is one of the evaluations.
 *
 * @param at seconds since 1970
 */
export function alertsAt(
  alert: Timing,
  series: readonly ResultSeries[],
  step: number,
  at: number,
): readonly AlertState[] {
  const keep = alert.keepFiringFor?.inSeconds ?? 0;
  return series.flatMap((each): AlertState[] => {
    const stretch = stretchesOf(alert, each, step).at(-1);
    if (stretch === undefined) return [];
    const { since, fired, last } = stretch;
    const isNow = at - last < step / 2;
    const labels = labelsOf(each);
    if (fired !== undefined && (isNow || at - last - step <= keep)) {
      return [{ labels, state: 'firing', since: fired }];
    }
    return isNow ? [{ labels, state: 'pending', since }] : [];
  });
}

/** A time in which an alert is pending, fires, or is kept firing, without a gap. */
interface Stretch {
  readonly since: number;
  fired?: number;
  /** The last value. */
  last: number;
}

function stretchesOf(alert: Timing, { values }: ResultSeries, step: number): readonly Stretch[] {
  const hold = alert.for?.inSeconds ?? 0;
  const keep = alert.keepFiringFor?.inSeconds ?? 0;
  const stretches: Stretch[] = [];
  for (const [time] of values) {
    const before = stretches.at(-1);
    const missed = time - (before?.last ?? -Infinity) - step;
    const isContinued = missed < step / 2 || (before?.fired !== undefined && missed <= keep);
    const stretch = before !== undefined && isContinued ? before : { since: time, last: time };
    if (stretch !== before) stretches.push(stretch);
    stretch.last = time;
    if (stretch.fired === undefined && time - stretch.since >= hold) stretch.fired = time;
  }
  return stretches;
}

function labelsOf({ metric }: ResultSeries): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(metric).filter(([name]) => name !== '__name__'));
}
