import { Duration } from '../../../catalog/index.ts';
import { inputSeries, type TestCase } from '../../../emit/index.ts';
import { type EdgeName, systemEnv } from '../../../model/index.ts';
import { infer, print, rangeOf, walk } from '../../../promql/index.ts';
import type { Outcome, World } from '../bench.ts';
import { extremeOf, valueProbe } from '../condition-value.ts';
import type { Condition } from '../conditions.ts';
import { firingProbe } from '../firing-probe.ts';
import type { Subject } from '../subject.ts';
import { HOLDS, type Side } from '../verdicts.ts';
import { candidates, type Point, shorter } from './curve.ts';
import type { EdgeCase, MissingEdge } from './edge.ts';
import type { Lever } from './lever.ts';

const ROUNDS = 6;

/** A setting of the lever, and how its world is written. */
interface Setting {
  readonly x: number;
  readonly factor?: number;
}

/**
 * Looks for the settings of a lever at which the value of a condition is just below, at and just above its threshold.
 * What a setting gives is never computed here: the engine is asked, round by round.
 */
export class ThresholdSearch {
  readonly #subject: Subject;
  readonly #condition: Condition;
  readonly #from: TestCase;
  readonly #lever: Lever;
  readonly #points: Point[] = [];
  readonly #found = new Map<Side, EdgeCase>();
  readonly #missing = new Map<Side, string>();
  readonly #step: number;
  readonly #tried = new Set<string>();
  /** The value in the case, as far as it is known: where to look first. */
  readonly #guess: Point | undefined;
  #until: Duration;
  #asked: readonly (Setting & { readonly world: World })[] = [];
  #round = 0;

  constructor(
    subject: Subject,
    condition: Condition,
    from: TestCase,
    lever: Lever,
    /** The value in the case itself; `undefined` where it has none. */
    start: number | undefined,
  ) {
    this.#subject = subject;
    this.#condition = condition;
    this.#from = from;
    this.#lever = lever;
    this.#guess = start === undefined ? undefined : { x: lever.rest, value: start };
    this.#until = settled(subject, from);
    if (this.#isUnsettled && this.#guess !== undefined && start !== condition.threshold) {
      this.#points.push(this.#guess);
      this.#tried.add(this.#keyOf({ x: lever.rest }));
    }
    const { threshold, value } = condition;
    // A state is 0 or 1: nothing is just beside it.
    this.#step = isState(subject, lever) ? 1 : Math.abs(threshold || 1) / 500;
    const range = rangeOf(infer(value, systemEnv(subject.system)));
    if (range.min >= threshold) this.#missing.set('below', `no value is below ${threshold}`);
    if (range.max <= threshold) this.#missing.set('above', `no value is above ${threshold}`);
    for (const { edge } of subject.alert.edges?.off ?? []) {
      if (edge in HOLDS['>']) this.#missing.set(edge as Side, '');
    }
  }

  /** Worlds whose outcomes are needed next; none when the search has ended. */
  next(): readonly World[] {
    const wanted = this.#open();
    if (wanted.length === 0 || this.#round++ === ROUNDS) return [];
    let settings = this.#settings(wanted);
    if (settings.length === 0) {
      // Rates that are extrapolated may be exact where those of a filled range are not.
      this.#unsettle();
      settings = this.#settings(wanted);
    }
    this.#asked = settings.map((setting) => ({ ...setting, world: this.#worldAt(setting) }));
    return this.#asked.map(({ world }) => world);
  }

  /** The outcomes of the worlds that `next` returned. */
  take(outcomes: readonly Outcome[]): void {
    if (this.#isTooLate(outcomes)) {
      this.#unsettle();
      return;
    }
    for (const [index, { x, world }] of this.#asked.entries()) {
      const { probes = [], error } = outcomes[index] ?? {};
      const value = extremeOf(probes[0] ?? [], this.#condition);
      if (error !== undefined || value === undefined) continue;
      this.#points.push({ x, value });
      const side = this.#sideOf(value);
      if (side === undefined || !this.#open().includes(side)) continue;
      this.#accept(side, value, world, probes);
    }
  }

  get result(): { readonly cases: readonly EdgeCase[]; readonly missing: readonly MissingEdge[] } {
    const condition = print(this.#condition.node);
    const off = this.#subject.alert.edges?.off ?? [];
    const missing = SIDES.flatMap((edge): MissingEdge[] => {
      if (this.#found.has(edge)) return [];
      const switched = off.find((each) => each.edge === edge);
      if (switched !== undefined) return [{ edge, condition, reason: switched.reason, off: true }];
      const reason = this.#missing.get(edge) ?? this.#whyNot(edge);
      return [{ edge, condition, reason, off: false }];
    });
    return { cases: SIDES.flatMap((edge) => this.#found.get(edge) ?? []), missing };
  }

  #open(): readonly Side[] {
    return SIDES.filter((side) => !this.#found.has(side) && !this.#missing.has(side));
  }

  #settings(wanted: readonly Side[]): readonly Setting[] {
    const all = [{ x: this.#lever.rest }, ...wanted.flatMap((side) => this.#settingsFor(side))];
    return all.filter(({ x }) => this.#lever.allows(x)).filter((setting) => this.#isNew(setting));
  }

  #settingsFor(side: Side): readonly Setting[] {
    const target = this.#target(side);
    const { kind, rest } = this.#lever;
    if (kind === 'spread' && this.#round === 1) return SHARES.map((x) => ({ x }));
    const points = this.#points.length === 0 && this.#guess ? [this.#guess] : this.#points;
    const found = candidates(target, points, rest);
    // Only the curve of a quantile has corners, beyond which it is another.
    const xs = kind === 'spread' ? found : found.slice(0, 1);
    if (xs.length === 0) return kind === 'rate' ? [{ x: 1 }, { x: 2 }] : [];
    if (side !== 'at' || this.#round === 1) return xs.map((x) => ({ x }));
    return xs.flatMap((x) => [
      { x },
      ...(this.#round === 2 ? [] : shorter(x).map((each) => ({ x: each }))),
      ...this.#factors(x).map((factor) => ({ x, factor })),
    ]);
  }

  /** So that the turned series are what they were, or a round multiple of the threshold, or everything is larger. */
  #factors(x: number): readonly number[] {
    const { kind, level } = this.#lever;
    if (kind === 'spread') return [1, 10, 20, 100];
    if (kind !== 'scale' || level === undefined || x === 0) return [];
    return [1, 1 / x, (100 * this.#condition.threshold) / (x * level)];
  }

  #keyOf({ x, factor }: Setting): string {
    return `${x} ${factor ?? ''} ${String(this.#until)}`;
  }

  #isNew(setting: Setting): boolean {
    const key = this.#keyOf(setting);
    if (this.#tried.has(key)) return false;
    this.#tried.add(key);
    return true;
  }

  #target(side: Side): number {
    const { threshold } = this.#condition;
    return { below: threshold - this.#step, at: threshold, above: threshold + this.#step }[side];
  }

  /** Near enough to be called just below or just above. */
  #sideOf(value: number): Side | undefined {
    const distance = value - this.#condition.threshold;
    if (distance === 0) return 'at';
    if (Math.abs(distance) > this.#step * 5) return undefined;
    // A number that only rounding keeps from the threshold is on neither side of it.
    if (Math.abs(distance) < this.#step / 1_000) return undefined;
    return distance < 0 ? 'below' : 'above';
  }

  #accept(side: Side, value: number, world: World, probes: Outcome['probes']): void {
    const { inverted, op, alternatives, node } = this.#condition;
    const holds = HOLDS[op][side];
    const fires = holds !== inverted;
    const fired = (probes[1] ?? []).length > 0;
    const others = probes.slice(2);
    const alternative = others.slice(0, alternatives.length).some((each) => each.length > 0);
    if (!fires && alternative) {
      this.#missing.set(side, 'another side of `or` fires there');
      return;
    }
    if (fires && !fired && this.#othersDiffer(others.slice(alternatives.length))) {
      this.#missing.set(side, 'the same series decide another comparison of the alert');
      return;
    }
    const about = side === 'at' ? `exactly ${short(value)}` : `${short(value)}, just ${side}`;
    this.#found.set(side, {
      edge: side,
      title: `${fires ? 'fires' : 'is quiet'} at ${about}: ${print(node)}`,
      from: this.#from.name,
      fires,
      fired,
      world: { ...world, probes: world.probes.slice(1, 2) },
      probe: 0,
    });
  }

  /** Whether a comparison that held in the case does not hold here, or the other way round. */
  #othersDiffer(others: Outcome['probes']): boolean {
    return this.#others().some(({ inverted }, index) => {
      const holds = (others[index] ?? []).length > 0;
      return holds === inverted;
    });
  }

  #others(): readonly Condition[] {
    const { alternatives } = this.#condition;
    return this.#subject.conditions.filter(
      (each) => each !== this.#condition && each.alternatives.length === alternatives.length,
    );
  }

  #worldAt({ x, factor }: Setting): World {
    const { test, slice, alert } = this.#subject;
    const until = this.#until;
    const at = String(until);
    const { alternatives } = this.#condition;
    return {
      slice,
      interval: test.interval,
      group: {
        name: alert.name,
        interval: String(test.interval),
        input_series: inputSeries(this.#lever.world(x, factor), test.interval, until),
      },
      probes: [
        { expr: valueProbe(this.#subject, this.#condition), at },
        { expr: firingProbe(alert.name), at },
        ...alternatives.map((expr) => ({ expr: print(expr), at })),
        ...this.#others().map(({ node }) => ({ expr: print(node), at })),
      ],
    };
  }

  get #isUnsettled(): boolean {
    return this.#until.milliseconds === this.#from.until.milliseconds;
  }

  #unsettle(): void {
    if (this.#isUnsettled) return;
    this.#until = this.#from.until;
    this.#points.length = 0;
  }

  /** What the case shows may have passed where it was given time to settle: then its own moment is taken. */
  #isTooLate(outcomes: readonly Outcome[]): boolean {
    const rest = this.#asked.findIndex(({ x }) => x === this.#lever.rest);
    if (this.#round > 1 || rest < 0 || this.#isUnsettled) return false;
    return this.#from.expected.length > 0 && (outcomes[rest]?.probes[1] ?? []).length === 0;
  }

  #whyNot(side: Side): string {
    if (side === 'below' && this.#condition.threshold === 0 && this.#lever.kind === 'scale') {
      return 'its series would be negative';
    }
    if (this.#points.length < 2) return 'its value does not follow the series of the case';
    const values = this.#points.map(({ value }) => value);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return side === 'at' && low < this.#condition.threshold && high > this.#condition.threshold
      ? `no series of the case gives exactly ${this.#condition.threshold}`
      : `the series of the case give ${short(low)} to ${short(high)}, and nothing just ${side}`;
  }
}

const SHARES = [0.25, 0.5, 0.75, 0.9, 0.95, 1];

const SIDES: readonly Side[] = ['below', 'at', 'above'] satisfies readonly EdgeName[];

/** When the ranges of the alert are filled in the world of a case: before, rates are extrapolated, and not exact. */
function settled({ test, alert }: Subject, { series, until }: TestCase): Duration {
  const endless = series.every(({ samples }) => samples.parts.at(-1)?.length === undefined);
  if (!endless) return until;
  const nodes = [alert.node, ...test.recordings.map(({ rule }) => rule.node)].flatMap(walk);
  const ranges = nodes.map((node) =>
    node.kind === 'matrix' && node.range.kind === 'duration' ? node.range.milliseconds : 0,
  );
  return Duration.milliseconds(until.milliseconds + Math.max(0, ...ranges));
}

function isState({ system, test }: Subject, { turned }: Lever): boolean {
  const names = test.cases.flatMap(({ series }) =>
    series.filter(({ name }) => turned.includes(name)).map(({ metric }) => metric),
  );
  const metrics = system.metrics.filter(({ name }) => names.includes(name));
  return metrics.length > 0 && metrics.every(({ unit }) => unit === 'state');
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}
