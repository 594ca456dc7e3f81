import type { Metric } from '../../catalog/index.ts';
import type { World } from '../../model/index.ts';
import { type Clock, clockOf } from './clock.ts';
import { type Happening, isAbsent } from './effects.ts';
import type { Flow } from './flow.ts';
import { GaugeSeries } from './gauge.ts';
import type { MetricSeries, Sink } from './metric-series.ts';
import { Random } from './random.ts';
import { ScrapeSeries, UP } from './scrape-series.ts';
import { TargetPlan } from './target-plan.ts';
import type { ScrapeTarget } from './targets.ts';
import type { TimeWindow } from './time-frame.ts';

/** All that one target exposes, window by window. */
export class TargetData {
  readonly #target: ScrapeTarget;
  readonly #flows: readonly Flow[];
  readonly #metrics: readonly MetricSeries[];
  readonly #scrape: ScrapeSeries;
  readonly #up: GaugeSeries;
  readonly #upHappenings: readonly Happening[];
  readonly #randoms: readonly Random[];
  readonly #happenings: readonly Happening[];

  constructor(
    target: ScrapeTarget,
    metrics: readonly Metric[],
    world: World | undefined,
    happenings: readonly Happening[],
  ) {
    const plan = new TargetPlan(target, metrics, world, happenings);
    this.#target = target;
    this.#metrics = metrics.flatMap((metric) => plan.seriesOf(metric));
    this.#flows = plan.flows;
    const [up] = plan.planned(UP);
    this.#upHappenings = up?.happenings ?? [];
    this.#up = new GaugeSeries(UP, new Random('up'), this.#upHappenings);
    const scrapes = new Random(JSON.stringify(target.labels));
    this.#scrape = new ScrapeSeries(target.labels, scrapes);
    this.#randoms = [...plan.randoms, scrapes];
    this.#happenings = plan.used;
  }

  get job(): string {
    return this.#target.job;
  }

  /** Whether one of them is about one of its series. */
  has(happenings: readonly Happening[]): boolean {
    return this.#happenings.some((each) => happenings.includes(each));
  }

  /** What a later window goes on from. */
  get state(): readonly Float64Array[] {
    return [
      ...this.#flows.map(({ state }) => state),
      ...this.#metrics.flatMap(({ state }) => state),
    ];
  }

  /** Windows come in order, none left out. */
  advance(window: TimeWindow, sink: (series: string, clock: Clock, values: Float64Array) => void) {
    const clock = clockOf(
      this.#target,
      window,
      (time) => !isAbsent(this.#upHappenings, time) && this.#up.at(time, 0) !== 0,
    );
    for (const random of this.#randoms) random.restart(window.start);
    let count = 0;
    const isWhole = !clock.answers.includes(0);
    const exposed: Sink = (series, values) => {
      count++;
      if (!isWhole) {
        for (let i = 0; i < values.length; i++) if (clock.answers[i] === 0) values[i] = NaN;
      }
      sink(series, clock, values);
    };
    for (const flow of this.#flows) flow.advance(clock);
    for (const metric of this.#metrics) metric.advance(clock, exposed);
    const gone = clock.times.map((time) => (isAbsent(this.#upHappenings, time) ? 1 : 0));
    this.#scrape.advance(clock, gone, count, (series, values) => sink(series, clock, values));
  }
}
