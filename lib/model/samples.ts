import { Duration, type DurationLike } from '../catalog/index.ts';

type Segment =
  | { readonly kind: 'values'; readonly start: number; readonly perSecond: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'stale' };

interface Part {
  readonly segment: Segment;
  /** Absent on the last part: it goes on to the end of the test. */
  readonly length?: Duration;
}

/** The values of one series over time, from the start of a test. Immutable. */
export class Samples {
  readonly parts: readonly Part[];

  private constructor(parts: readonly Part[]) {
    this.parts = Object.freeze(parts);
  }

  static of(segment: Segment): Samples {
    return new Samples([{ segment }]);
  }

  /** Ends the last part after `length`; what follows is said with `then`. */
  lasting(length: DurationLike): Samples {
    const last = this.parts.at(-1);
    if (last === undefined) return this;
    return new Samples([
      ...this.parts.slice(0, -1),
      { segment: last.segment, length: Duration.of(length) },
    ]);
  }

  /** What comes after the last part, which must have a length. */
  then(next: Samples): Samples {
    return new Samples([...this.parts, ...next.parts]);
  }
}

/**
 * The same value at every scrape.
 *
 * @example
 * constant(0).lasting('10m').then(constant(1)) // 0 for ten minutes, then 1
 */
export function constant(value: number): Samples {
  return Samples.of({ kind: 'values', start: value, perSecond: 0 });
}

/** A value that grows by `perSecond`, from `start`, default 0: a counter at a rate, a timestamp at 1. */
export function rising(perSecond: number, start = 0): Samples {
  return Samples.of({ kind: 'values', start, perSecond });
}

/** No sample: the target does not expose the series. */
export function missing(): Samples {
  return Samples.of({ kind: 'missing' });
}

/** A staleness marker: the series ends at once instead of five minutes later. */
export function stale(): Samples {
  return Samples.of({ kind: 'stale' });
}
