import { Duration, type DurationLike } from '../catalog/index.ts';
import { rising, type Samples } from './samples.ts';

/** A point of a distribution: the share of observations up to a value. */
interface Knot {
  readonly value: number;
  readonly share: number;
}

/** How observations spread over the buckets, and how many there are, for some time. */
interface Phase {
  /** Observations a second. */
  readonly rate: number;
  /** The share of observations of at most `bound`. */
  readonly shareUpTo: (bound: number) => number;
  /** The bounds that are named; empty where the distribution fits any buckets. */
  readonly bounds: readonly number[];
  readonly mean: (bounds: readonly number[]) => number;
  readonly length?: Duration;
}

/** One series of a histogram. */
export interface HistogramSeries {
  readonly suffix: '_bucket' | '_sum' | '_count';
  /** Of a bucket: its bound as the exposition format writes it. */
  readonly le?: string;
  readonly samples: Samples;
}

/** Observations of a histogram over time. Immutable. */
export class Distribution {
  readonly phases: readonly Phase[];

  private constructor(phases: readonly Phase[]) {
    this.phases = Object.freeze(phases);
  }

  static of(phase: Phase): Distribution {
    return new Distribution([phase]);
  }

  /** Ends the last part after `length`; what follows is said with `then`. */
  lasting(length: DurationLike): Distribution {
    const last = this.phases.at(-1);
    if (last === undefined) return this;
    return new Distribution([
      ...this.phases.slice(0, -1),
      { ...last, length: Duration.of(length) },
    ]);
  }

  /** What comes after the last part, which must have a length; the counters go on from where they are. */
  then(next: Distribution): Distribution {
    return new Distribution([...this.phases, ...next.phases]);
  }

  /** Every series of a histogram with these buckets: they agree at every moment. */
  seriesOf(bounds: readonly number[]): readonly HistogramSeries[] {
    const bucket = (bound: number, le: string): HistogramSeries => ({
      suffix: '_bucket',
      le,
      samples: this.#counter(({ rate, shareUpTo }) => rate * shareUpTo(bound)),
    });
    return [
      ...bounds.map((bound) => bucket(bound, String(bound))),
      bucket(Infinity, '+Inf'),
      { suffix: '_sum', samples: this.#counter(({ rate, mean }) => rate * mean(bounds)) },
      { suffix: '_count', samples: this.#counter(({ rate }) => rate) },
    ];
  }

  #counter(perSecond: (phase: Phase) => number): Samples {
    let level = 0;
    let samples: Samples | undefined;
    for (const phase of this.phases) {
      const speed = exact(perSecond(phase));
      const line = rising(speed, level);
      const part = phase.length === undefined ? line : line.lasting(phase.length);
      samples = samples === undefined ? part : samples.then(part);
      level += speed * (phase.length?.inSeconds ?? 0);
    }
    return samples ?? rising(0);
  }
}

/** `0.3 * 10` is 3. */
function exact(value: number): number {
  return Number(value.toPrecision(15));
}

/** `200ms`, `1.5s`, or a number in the histogram's own unit. */
export type Observation = number | `${number}${'ms' | 's' | 'm' | 'h'}`;

/**
 * Observations by their quantiles, so many a second. Between two quantiles they lie evenly; above the last one they go
 * on as before it. What Prometheus computes from the buckets is as exact as the buckets are.
 *
 * @example
 * observed(m.http_request_duration_seconds, {}, distribution({ p50: '200ms', p99: '3s' }, 10))
 */
export function distribution(
  quantiles: Readonly<Record<`p${number}`, Observation>>,
  perSecond: number,
): Distribution {
  const knots = knotsOf(quantiles);
  return Distribution.of({
    rate: perSecond,
    shareUpTo: (bound) => shareAt(knots, bound),
    bounds: [],
    mean: () => meanOf(knots),
  });
}

/**
 * Observations by bucket: how many a second lie above the bound before and up to this one; `Infinity` for those beyond
 * the last. A bound that is not declared is an error. They lie in the middle of their bucket, or at `mean` on average.
 *
 * @example
 * observed(m.http_request_duration_seconds, {}, inBuckets({ 1: 17, 2.5: 3 })) // p95 is exactly 2 s
 */
export function inBuckets(
  counts: Readonly<Record<number, number>>,
  { mean }: { readonly mean?: number } = {},
): Distribution {
  const entries = Object.entries(counts).map(([bound, count]) => ({ bound: Number(bound), count }));
  const upTo = (bound: number) =>
    entries.reduce((sum, each) => (each.bound <= bound ? sum + each.count : sum), 0);
  const rate = upTo(Infinity);
  return Distribution.of({
    rate,
    shareUpTo: (bound) => (rate === 0 ? 0 : upTo(bound) / rate),
    bounds: entries.map(({ bound }) => bound).filter(Number.isFinite),
    mean: (bounds) => mean ?? meanInBuckets(entries, bounds),
  });
}

function knotsOf(quantiles: Readonly<Record<string, Observation>>): readonly Knot[] {
  const named = Object.entries(quantiles)
    .map(([name, value]) => ({ share: Number(name.slice(1)) / 100, value: valueOf(value) }))
    .sort((a, b) => a.share - b.share);
  const knots = [{ share: 0, value: 0 }, ...named];
  const [before, last] = knots.slice(-2);
  if (before === undefined || last === undefined || last.share >= 1) return knots;
  const perShare = (last.value - before.value) / (last.share - before.share);
  return [...knots, { share: 1, value: last.value + perShare * (1 - last.share) }];
}

const SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600 } as const;

function valueOf(observation: Observation): number {
  if (typeof observation === 'number') return observation;
  const [, digits = '', unit = 's'] = /^([\d.]+)(ms|s|m|h)$/.exec(observation) ?? [];
  return Number(digits) * SECONDS[unit as keyof typeof SECONDS];
}

function shareAt(knots: readonly Knot[], bound: number): number {
  const next = knots.findIndex(({ value }) => value > bound);
  const [after, before] = [knots[next], knots[next - 1]];
  if (after === undefined) return 1;
  if (before === undefined) return 0;
  const way = (bound - before.value) / (after.value - before.value);
  return before.share + way * (after.share - before.share);
}

function meanOf(knots: readonly Knot[]): number {
  return knots.slice(1).reduce((sum, { share, value }, index) => {
    const before = knots[index] ?? { share: 0, value: 0 };
    return sum + ((share - before.share) * (value + before.value)) / 2;
  }, 0);
}

/** What lies beyond the last bucket is taken to lie at its bound. */
function meanInBuckets(
  entries: readonly { readonly bound: number; readonly count: number }[],
  bounds: readonly number[],
): number {
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const last = bounds.at(-1) ?? 0;
  const sum = entries.reduce((before, { bound, count }) => {
    const lower = Math.max(0, ...bounds.filter((each) => each < bound));
    return before + count * (bound === Infinity ? last : (lower + bound) / 2);
  }, 0);
  return total === 0 ? 0 : sum / total;
}
