import type { Clock } from './clock.ts';
import { isAbsent } from './effects.ts';
import type { Flow } from './flow.ts';
import type { MetricSeries, PlannedSeries, Sink } from './metric-series.ts';
import { seriesText } from './series-text.ts';

/** Seconds for which a counter has counted before the data begins. */
export const BEFORE = 86_400;

/** The series of a counter: the sum of a flow. */
export class CounterSeries implements MetricSeries {
  readonly #flow: Flow;
  readonly #texts: readonly string[];
  readonly #series: readonly PlannedSeries[];
  readonly #sums: Float64Array;

  constructor(name: string, series: readonly PlannedSeries[], flow: Flow) {
    this.#flow = flow;
    this.#series = series;
    this.#texts = series.map(({ labels }) => seriesText(name, labels));
    this.#sums = Float64Array.from(series, (_, s) => Math.floor(flow.meanRate(s) * BEFORE));
  }

  get state(): readonly Float64Array[] {
    return [this.#sums];
  }

  advance({ times, restarted }: Clock, sink: Sink): void {
    for (const [s, { happenings }] of this.#series.entries()) {
      const amounts = this.#flow.amounts[s];
      const values = times.map((time, i) => {
        const sum = restarted[i] === 1 ? 0 : (this.#sums[s] ?? 0) + (amounts?.[i] ?? 0);
        this.#sums[s] = sum;
        return isAbsent(happenings, time) ? NaN : sum;
      });
      sink(this.#texts[s] ?? '', values);
    }
  }
}
