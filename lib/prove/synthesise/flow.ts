import type { Clock } from './clock.ts';
import { type Happening } from './effects.ts';
import { idleRests } from './idle-rests.ts';
import type { LabelSet } from './label-sets.ts';
import type { Random } from './random.ts';

/** One series of a flow. */
export interface FlowSeries {
  readonly labels: LabelSet;
  readonly random: Random;
  /** Beside the other series of the metric. */
  readonly weight: number;
  readonly happenings: readonly Happening[];
}

/** The whole that a flow is a share of: failures of requests, observations of calls. */
export interface Whole {
  readonly flow: Flow;
  /** 1: each of them. */
  readonly share: number;
}

export interface FlowOptions {
  /** Per second, of all series together. */
  readonly rate: number;
  /** Measured rather than counted. */
  readonly measured: boolean;
  /** Measured in units that have no fractions: bytes. */
  readonly rounded?: boolean;
  readonly whole?: Whole;
}

/** How much happens between two scrapes, series by series: what counters and histograms add up. */
export class Flow {
  readonly series: readonly FlowSeries[];
  readonly #options: FlowOptions;
  readonly #groups: readonly (readonly number[])[];
  readonly #weights: readonly number[];
  readonly #idle: ReadonlyMap<number, readonly number[]>;
  readonly #rest: Float64Array;
  #amounts: readonly Float64Array[] = [];

  constructor(series: readonly FlowSeries[], options: FlowOptions) {
    this.series = series;
    this.#options = options;
    const { whole } = options;
    // A series takes from those series of the whole that have its labels, as far as both have them.
    this.#groups = series.map(({ labels }) => (whole ? sources(labels, whole.flow.series) : []));
    const keys = this.#groups.map((group) => group.join());
    const sharers = new Map<string, number>();
    for (const [i, { weight }] of series.entries()) {
      const key = keys[i] ?? '';
      sharers.set(key, (sharers.get(key) ?? 0) + weight);
    }
    this.#weights = series.map(({ weight }, i) => weight / (sharers.get(keys[i] ?? '') ?? 1));
    this.#idle = idleRests(series.map(({ labels }) => labels));
    this.#rest = new Float64Array(series.length);
  }

  /** Of the window that was advanced last: by series, by scrape. */
  get amounts(): readonly Float64Array[] {
    return this.#amounts;
  }

  /** What a later window goes on from. */
  get state(): Float64Array {
    return this.#rest;
  }

  advance(clock: Clock): void {
    this.#amounts = this.series.map((series, s) => {
      const amounts = new Float64Array(clock.times.length);
      for (let i = 0; i < amounts.length; i++) amounts[i] = this.#amount(series, s, i, clock);
      return amounts;
    });
    for (const [s, others] of this.#idle) this.#leaveIdle(s, others, clock);
  }

  /** Time that nothing else takes. The whole passes at one rate, whatever the traffic is. */
  #leaveIdle(s: number, others: readonly number[], { step }: Clock): void {
    const idle = this.#amounts[s];
    if (idle === undefined || (this.series[s]?.happenings.length ?? 0) > 0) return;
    const whole = [s, ...others].reduce((sum, each) => sum + this.meanRate(each), 0) * step;
    for (let i = 0; i < idle.length; i++) {
      const taken = others.reduce((sum, each) => sum + (this.#amounts[each]?.[i] ?? 0), 0);
      idle[i] = Math.max(0, whole - taken);
    }
  }

  #amount(series: FlowSeries, s: number, i: number, clock: Clock): number {
    const { whole, rate, measured, rounded } = this.#options;
    const weight = this.#weights[s] ?? 0;
    const available = whole === undefined ? Infinity : this.#available(whole, s, i);
    let expected =
      whole === undefined
        ? rate * weight * clock.step * (clock.traffic[i] ?? 1)
        : available * whole.share * weight;
    let own = whole === undefined;
    const time = clock.times[i] ?? 0;
    for (const { effect, since, totalWeight } of series.happenings) {
      if (time < since) continue;
      if (effect.kind === 'times') expected *= effect.factor;
      if (effect.kind !== 'rate' && effect.kind !== 'add') continue;
      const { perSecond } = effect.kind === 'rate' ? effect : { perSecond: effect.value };
      const added = (perSecond * clock.step * series.weight) / totalWeight;
      expected = effect.kind === 'rate' ? added : expected + added;
      own = true;
    }
    if (expected === 0) return 0;
    if (measured) {
      const amount = expected * series.random.between(0.85, 1.15);
      return rounded ? Math.round(amount) : amount;
    }
    if (!own && whole?.share === 1) return this.#whole(expected, s);
    return Math.min(series.random.poisson(expected), own ? Infinity : available);
  }

  /** Whole numbers that add up to what was expected. */
  #whole(expected: number, s: number): number {
    const sum = (this.#rest[s] ?? 0) + expected;
    const amount = Math.floor(sum + 1e-9);
    this.#rest[s] = sum - amount;
    return amount;
  }

  #available({ flow }: Whole, s: number, i: number): number {
    let sum = 0;
    for (const source of this.#groups[s] ?? []) sum += flow.amounts[source]?.[i] ?? 0;
    return sum;
  }

  /** What is expected of a series in a second of an average day. */
  meanRate(s: number): number {
    const { whole, rate } = this.#options;
    const weight = this.#weights[s] ?? 0;
    if (whole === undefined) return rate * weight;
    const of = (this.#groups[s] ?? []).reduce(
      (sum, source) => sum + whole.flow.meanRate(source),
      0,
    );
    return of * whole.share * weight;
  }
}

function sources(labels: LabelSet, of: readonly FlowSeries[]): readonly number[] {
  const matching = of.flatMap((each, i) => (agree(labels, each.labels) ? [i] : []));
  return matching.length > 0 ? matching : of.map((_, i) => i);
}

function agree(a: LabelSet, b: LabelSet): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === undefined || b[name] === value);
}
