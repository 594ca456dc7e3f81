import type { Clock } from './clock.ts';
import { BEFORE } from './counter.ts';
import { type Happening, isAbsent } from './effects.ts';
import type { Flow } from './flow.ts';
import { meanOf, quantileOf, shareUpTo } from './log-normal.ts';
import type { MetricSeries, PlannedSeries, Sink } from './metric-series.ts';
import { seriesText } from './series-text.ts';

/** What a histogram or a summary exposes. */
export interface Exposed {
  readonly name: string;
  readonly median: number;
  /** Upper bounds with the text of their label, without `+Inf`; none of a summary. */
  readonly bounds: readonly { readonly bound: number; readonly text: string }[];
  readonly quantiles: readonly number[];
  /** `_bucket`, but for exporters with names of their own. */
  readonly bucketSuffix: string;
  /** Whether there are `_sum` and `_count`. */
  readonly totals: boolean;
}

/** The series of a histogram or a summary. Buckets never exceed the count: all of them add up the same flow. */
export class ObservedSeries implements MetricSeries {
  readonly #exposed: Exposed;
  readonly #flow: Flow;
  readonly #observers: readonly Observer[];

  constructor(exposed: Exposed, series: readonly PlannedSeries[], flow: Flow) {
    this.#exposed = exposed;
    this.#flow = flow;
    this.#observers = series.map((each, s) => new Observer(each, exposed, flow.meanRate(s)));
  }

  get state(): readonly Float64Array[] {
    return this.#observers.map(({ state }) => state);
  }

  advance(clock: Clock, sink: Sink): void {
    for (const [s, observer] of this.#observers.entries()) {
      const amounts = this.#flow.amounts[s];
      if (amounts !== undefined) observer.advance(amounts, clock, this.#exposed, sink);
    }
  }
}

/** Scrapes after which the distribution is computed anew. */
const KEEP = 8;

class Observer {
  readonly #happenings: readonly Happening[];
  readonly #random: PlannedSeries['random'];
  readonly #median: number;
  readonly #buckets: {
    readonly text: string;
    readonly bound: number;
    share: number;
  }[];
  readonly #quantiles: { readonly text: string; readonly q: number }[];
  readonly #texts: { readonly sum: string; readonly count: string; readonly all: string };
  /** Count, sum, and the sum of each bucket. */
  readonly state: Float64Array;

  constructor({ labels, happenings, random }: PlannedSeries, exposed: Exposed, rate: number) {
    const { name, bucketSuffix } = exposed;
    const bucket = (le: string) => seriesText(`${name}${bucketSuffix}`, { ...labels, le });
    this.#happenings = happenings;
    this.#random = random;
    this.#median = exposed.median * random.between(0.75, 1.3);
    this.#buckets = exposed.bounds.map(({ bound, text }) => ({
      text: bucket(text),
      bound,
      share: 0,
    }));
    const count = Math.floor(rate * BEFORE);
    this.state = Float64Array.of(
      count,
      count * meanOf(this.#median),
      ...exposed.bounds.map(({ bound }) => count * shareUpTo(bound, this.#median)),
    );
    this.#quantiles = exposed.quantiles.map((q) => ({
      text: seriesText(name, { ...labels, quantile: String(q) }),
      q,
    }));
    this.#texts = {
      sum: seriesText(`${name}_sum`, labels),
      count: seriesText(`${name}_count`, labels),
      all: bucket('+Inf'),
    };
  }

  advance(amounts: Float64Array, clock: Clock, exposed: Exposed, sink: Sink): void {
    const { times, restarted, traffic } = clock;
    const column = () => new Float64Array(times.length);
    const [sums, counts] = [column(), column()];
    const buckets = this.#buckets.map(column);
    const quantiles = this.#quantiles.map(column);
    let [median, factor] = [0, 0];
    for (const [i, time] of times.entries()) {
      const now = latencyFactor(this.#happenings, time);
      if (now !== factor || i % KEEP === 0) {
        factor = now;
        const load = 0.8 + 0.2 * (traffic[i] ?? 1);
        median = this.#median * factor * load * this.#random.between(0.93, 1.07);
        for (const each of this.#buckets) each.share = shareUpTo(each.bound, median);
      }
      if (restarted[i] === 1) this.state.fill(0);
      else this.#add(amounts[i] ?? 0, median);
      const absent = isAbsent(this.#happenings, time);
      counts[i] = absent ? NaN : (this.state[0] ?? 0);
      sums[i] = absent ? NaN : (this.state[1] ?? 0);
      for (const [b, column] of buckets.entries()) {
        column[i] = absent ? NaN : Math.floor((this.state[b + 2] ?? 0) + 1e-6);
      }
      for (const [k, column] of quantiles.entries()) {
        column[i] = absent ? NaN : quantileOf(this.#quantiles[k]?.q ?? 0, median);
      }
    }
    for (const [b, { text }] of this.#buckets.entries()) sink(text, buckets[b] ?? column());
    for (const [k, { text }] of this.#quantiles.entries()) sink(text, quantiles[k] ?? column());
    if (exposed.bounds.length > 0) sink(this.#texts.all, counts);
    if (!exposed.totals) return;
    sink(this.#texts.sum, sums);
    sink(this.#texts.count, counts);
  }

  #add(amount: number, median: number): void {
    const { state } = this;
    state[0] = (state[0] ?? 0) + amount;
    state[1] = (state[1] ?? 0) + amount * meanOf(median);
    for (let b = 0; b < this.#buckets.length; b++) {
      state[b + 2] = (state[b + 2] ?? 0) + amount * (this.#buckets[b]?.share ?? 0);
    }
  }
}

function latencyFactor(happenings: readonly Happening[], time: number): number {
  return happenings.reduce(
    (factor, { effect, since }) =>
      effect.kind === 'latency' && time >= since ? factor * effect.factor : factor,
    1,
  );
}
