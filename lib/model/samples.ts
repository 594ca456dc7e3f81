import { Duration, type DurationLike } from '../catalog/index.ts';

type Segment =
  | { readonly kind: 'values'; readonly start: number; readonly perSecond: number }
  | {
      readonly kind: 'stairs';
      readonly start: number;
      readonly by: number;
      readonly every: Duration;
      /** Time since the last step, where the segment begins between two. Milliseconds. */
      readonly since: number;
    }
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

  /**
   * Scrapes fail for `length`, from `at` on; the series itself goes on meanwhile.
   *
   * @example
   * rising(1).gap('5m', '2m') // 0 60 120 180 240 _ _ 420 480 …, scraped every minute
   */
  gap(at: DurationLike, length: DurationLike): Samples {
    const [before, rest] = this.#split(Duration.of(at).milliseconds);
    const [, after] = new Samples(rest).#split(Duration.of(length).milliseconds);
    const hole = { segment: { kind: 'missing' } as const, length: Duration.of(length) };
    return new Samples([...before, hole, ...after]);
  }

  /**
   * The process restarts: what counts begins again at 0, at the same pace.
   *
   * @example
   * rising(1).resetAt('3m') // 0 60 120 0 60 120 …, scraped every minute
   */
  resetAt(at: DurationLike): Samples {
    const [before, after] = this.#split(Duration.of(at).milliseconds);
    const first = after.find(({ segment }) => 'start' in segment)?.segment;
    const level = first !== undefined && 'start' in first ? first.start : 0;
    return new Samples([...before, ...after.map((part) => lowered(part, level))]);
  }

  /** The target goes away: a staleness marker at `at`, and nothing more. */
  staleAt(at: DurationLike): Samples {
    const [before] = this.#split(Duration.of(at).milliseconds);
    return new Samples([...before, { segment: { kind: 'stale' } }]);
  }

  /** The same samples with every value mapped; `f` is affine, so that straight lines stay straight. */
  mapped(f: (value: number) => number): Samples {
    const zero = f(0);
    const slope = (value: number) => f(value) - zero;
    return new Samples(
      this.parts.map((part) => {
        const { segment } = part;
        if (segment.kind === 'values') {
          const { start, perSecond } = segment;
          return { ...part, segment: { ...segment, start: f(start), perSecond: slope(perSecond) } };
        }
        if (segment.kind === 'stairs') {
          return {
            ...part,
            segment: { ...segment, start: f(segment.start), by: slope(segment.by) },
          };
        }
        return part;
      }),
    );
  }

  /** The same samples, rising by so much more a second. */
  tilted(perSecond: number): Samples {
    return this.#joined(rising(perSecond), (own, line) => own + line);
  }

  /** The same samples, moved the share `x` of the way to others. */
  towards(others: Samples, x: number): Samples {
    return this.#joined(others, (own, other) => own + x * (other - own));
  }

  /** Two series as one; `f` is linear. What one of them does not have, the result has not. Stairs stay as they are. */
  #joined(others: Samples, f: (own: number, other: number) => number): Samples {
    const parts: Part[] = [];
    let [own, other]: [readonly Part[], readonly Part[]] = [this.parts, others.parts];
    for (;;) {
      const [a, b] = [own[0], other[0]];
      if (a === undefined || b === undefined) return new Samples(parts);
      const segment = joined(a.segment, b.segment, f);
      const lengths = [a.length, b.length].flatMap((each) => each?.milliseconds ?? []);
      if (lengths.length === 0) return new Samples([...parts, { segment }]);
      const shortest = Math.min(...lengths);
      parts.push({ segment, length: Duration.milliseconds(shortest) });
      own = new Samples(own).#split(shortest)[1];
      other = new Samples(other).#split(shortest)[1];
    }
  }

  /** The parts before a moment and those from it on. */
  #split(at: number): [before: readonly Part[], after: readonly Part[]] {
    const before: Part[] = [];
    let left = at;
    for (const [index, part] of this.parts.entries()) {
      const length = part.length?.milliseconds ?? Infinity;
      if (left < length) {
        const rest = { ...part, segment: later(part.segment, left) };
        const cut = { segment: part.segment, length: Duration.milliseconds(left) };
        const after =
          part.length === undefined
            ? rest
            : { ...rest, length: Duration.milliseconds(length - left) };
        return [left === 0 ? before : [...before, cut], [after, ...this.parts.slice(index + 1)]];
      }
      before.push(part);
      left -= length;
    }
    const nothing = { segment: { kind: 'missing' } as const, length: Duration.milliseconds(left) };
    return [left === 0 ? before : [...before, nothing], []];
  }
}

/** What is left of a segment after `elapsed` milliseconds. */
function later(segment: Segment, elapsed: number): Segment {
  switch (segment.kind) {
    case 'values':
      return { ...segment, start: segment.start + (segment.perSecond * elapsed) / 1_000 };
    case 'stairs': {
      const every = segment.every.milliseconds;
      const passed = segment.since + elapsed;
      const start = segment.start + segment.by * Math.floor(passed / every);
      return { ...segment, start, since: passed % every };
    }
    case 'stale':
      return elapsed === 0 ? segment : { kind: 'missing' };
    case 'missing':
      return segment;
  }
}

function joined(own: Segment, other: Segment, f: (own: number, other: number) => number): Segment {
  if (own.kind !== 'values') return own;
  if (other.kind !== 'values') return other.kind === 'stairs' ? own : other;
  const start = f(own.start, other.start);
  return { kind: 'values', start, perSecond: f(own.perSecond, other.perSecond) };
}

function lowered(part: Part, by: number): Part {
  const { segment } = part;
  return 'start' in segment
    ? { ...part, segment: { ...segment, start: segment.start - by } }
    : part;
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

/**
 * One value until a moment, another from then on.
 *
 * @example
 * stepAt('10m', 0, 1) // 0 for ten minutes, then 1
 */
export function stepAt(at: DurationLike, before: number, after: number): Samples {
  return constant(before).lasting(at).then(constant(after));
}

/**
 * A gauge that goes from one value to another in a straight line, and stays there.
 *
 * @example
 * ramp(100, 20, '8m') // 100 90 80 … 20 20 20, scraped every minute
 */
export function ramp(from: number, to: number, over: DurationLike): Samples {
  const length = Duration.of(over);
  const perSecond = (to - from) / length.inSeconds;
  return Samples.of({ kind: 'values', start: from, perSecond }).lasting(length).then(constant(to));
}

/**
 * A counter that moves in bursts: by `by`, every so often. What a `rate` over a shorter range does not see.
 *
 * @example
 * bursts(10, '4m') // 0 0 0 0 10 10 10 10 20 …, scraped every minute
 */
export function bursts(by: number, every: DurationLike, start = 0): Samples {
  return Samples.of({ kind: 'stairs', start, by, every: Duration.of(every), since: 0 });
}

/** No sample: the target does not expose the series. */
export function missing(): Samples {
  return Samples.of({ kind: 'missing' });
}

/** A staleness marker: the series ends at once instead of five minutes later. */
export function stale(): Samples {
  return Samples.of({ kind: 'stale' });
}
