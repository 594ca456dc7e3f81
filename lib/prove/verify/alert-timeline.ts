import type { Alert } from '../../model/index.ts';
import type { ResultSeries } from '../prometheus-server/index.ts';

/** One label set that fired. */
export interface FiringPeriod {
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds since 1970. */
  readonly from: number;
}

/**
 * When an alert fires, from the values of its expression: the rules of Prometheus for `for` and `keep_firing_for`. It is
 * pending from the first value on, fires when that is `for` ago, and goes on firing for `keep_firing_for` without values.
 *
 * @param series of the alert's whole expression, a value at each evaluation where it holds
 * @param step seconds between two evaluations
 */
export function firingPeriods(
  alert: Pick<Alert, 'for' | 'keepFiringFor'>,
  series: readonly ResultSeries[],
  step: number,
): readonly FiringPeriod[] {
  const hold = alert.for?.inSeconds ?? 0;
  const keep = alert.keepFiringFor?.inSeconds ?? 0;
  return series.flatMap(({ metric: { __name__: _, ...labels }, values }) => {
    const periods: FiringPeriod[] = [];
    let [since, last] = [-Infinity, -Infinity];
    let isFiring = false;
    for (const [time] of values) {
      const missed = time - last - step;
      const isContinued = missed < step / 2 || (isFiring && missed <= keep);
      if (!isContinued) {
        since = time;
        isFiring = false;
      }
      last = time;
      if (isFiring || time - since < hold) continue;
      isFiring = true;
      periods.push({ labels, from: time });
    }
    return periods;
  });
}
