import type { Metric } from '../../catalog/index.ts';
import type { Clock } from './clock.ts';
import { isAbsent } from './effects.ts';
import { GaugeSeries } from './gauge.ts';
import type { MetricSeries, PlannedSeries, Sink } from './metric-series.ts';
import { seriesText } from './series-text.ts';

/** The series of a gauge or of an info metric. */
export class GaugesSeries implements MetricSeries {
  readonly state = [];
  readonly #gauges: readonly { readonly text: string; readonly gauge: GaugeSeries }[];
  readonly #series: readonly PlannedSeries[];

  constructor(metric: Metric, series: readonly PlannedSeries[]) {
    this.#series = series;
    this.#gauges = series.map(({ labels, random, happenings }) => ({
      text: seriesText(metric.name, labels),
      gauge: new GaugeSeries(metric, random, happenings),
    }));
  }

  advance(clock: Clock, sink: Sink): void {
    for (const [s, { text, gauge }] of this.#gauges.entries()) {
      const happenings = this.#series[s]?.happenings ?? [];
      const values = gauge.values(clock);
      for (const [i, time] of happenings.length === 0 ? [] : clock.times.entries()) {
        if (isAbsent(happenings, time)) values[i] = NaN;
      }
      sink(text, values);
    }
  }
}
