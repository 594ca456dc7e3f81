import type { Metric } from '../../catalog/index.ts';
import type { Clock } from './clock.ts';
import type { LabelSet } from './label-sets.ts';
import type { Sink } from './metric-series.ts';
import type { Random } from './random.ts';
import { seriesText } from './series-text.ts';

/** `up`, whoever declares it: every target has it. */
export const UP: Metric = {
  name: 'up',
  kind: 'gauge',
  help: '',
  unit: 'state',
  range: [0, 1],
  labels: {},
  jobs: [],
};

/** Names that Prometheus itself records of every scrape. */
export const OF_SCRAPES: readonly string[] = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'scrape_samples_post_metric_relabeling',
  'scrape_series_added',
];

/** What Prometheus records of the scrapes of one target. */
export class ScrapeSeries {
  readonly #texts: readonly string[];
  readonly #random: Random;

  constructor(labels: LabelSet, random: Random) {
    this.#texts = OF_SCRAPES.map((name) => seriesText(name, labels));
    this.#random = random;
  }

  /**
   * @param gone by scrape: 1 where Prometheus has no such target
   * @param count of the series that the target exposes
   */
  advance({ answers, times }: Clock, gone: Float64Array, count: number, sink: Sink): void {
    const durations = times.map(() => this.#random.between(0.004, 0.02));
    const columns = [
      answers,
      durations,
      Float64Array.from(answers, (up) => up * count),
      Float64Array.from(answers, (up) => up * count),
      answers.map(() => 0),
    ];
    for (const [k, column] of columns.entries()) {
      const values = times.map((_, i) => (gone[i] === 1 ? NaN : (column[i] ?? 0)));
      sink(this.#texts[k] ?? '', values);
    }
  }
}
