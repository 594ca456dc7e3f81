import type { Metric } from '../../../catalog/index.ts';
import type { InputSeries } from '../../../emit/index.ts';
import type { RecordingRule, Samples } from '../../../model/index.ts';
import { type Expr, regexMatches, type Selector } from '../../../promql/index.ts';
import { numberOf } from '../conditions.ts';

/** What is turned to move a value: some series of a world, by a number. */
export interface Lever {
  readonly kind: 'scale' | 'shift' | 'switch' | 'rate' | 'spread';
  /** The number at which the world is as the case gives it. */
  readonly rest: number;
  /**
   * The world at `x`. With a `factor` all of it is multiplied, and written to twelve digits: shares stay what they are,
   * and one of these worlds may have numbers that rates are exact of.
   */
  readonly world: (x: number, factor?: number) => readonly InputSeries[];
  /** What scales: the size of the first turned series at rest. */
  readonly level?: number;
  /** Whether it can be set so: a counter does not fall, and no share is above 1. */
  readonly allows: (x: number) => boolean;
  /** The series that are turned, by name. */
  readonly turned: readonly string[];
}

/**
 * Finds what moves `value` in a world: of a ratio the numerator, of a difference the side with series; gauges and rates
 * are scaled, what is 0 is shifted, and of a histogram observations are moved to lower buckets.
 *
 * @param start the value in this world
 * @returns why there is none, where that is so
 */
export function leverOf(
  value: Expr,
  series: readonly InputSeries[],
  recordings: readonly RecordingRule[],
  metrics: readonly Metric[],
  start: number | undefined,
): Lever | string {
  const selectors = leverSelectors(value, recordings);
  if (selectors.length === 0) return 'the value is computed without series';
  const turned = series.filter(
    (each) => hasValues(each.samples) && selectors.some((selector) => selects(selector, each)),
  );
  if (turned.length === 0) return 'the case gives no series that the value is read from';
  const of = { series, turned };
  if (turned.every(({ labels }) => labels['le'] !== undefined)) return spreading(of);
  if (start !== undefined && start !== 0) return scaling(of);
  const kinds = turned.map(({ metric }) => metrics.find(({ name }) => name === metric));
  if (kinds.every((metric) => metric?.kind === 'counter')) {
    return adding(of, 'rate', (samples, x) => samples.tilted(x));
  }
  return kinds.every((metric) => metric?.unit === 'state')
    ? adding(of, 'switch', (samples, x) => samples.mapped((v) => v + x * (1 - v)))
    : adding(of, 'shift', (samples, x) => samples.mapped((v) => v + x));
}

interface Turned {
  readonly series: readonly InputSeries[];
  readonly turned: readonly InputSeries[];
}

function scaling({ series, turned }: Turned): Lever {
  const segments = turned.flatMap(({ samples }) => samples.parts.map(({ segment }) => segment));
  const level = segments.map(sizeOf).find((size) => size !== 0);
  return {
    kind: 'scale',
    rest: 1,
    allows: isNotNegative,
    turned: turned.map(({ name }) => name),
    world: (x, factor) => series.map((each) => times(each, turned.includes(each) ? x : 1, factor)),
    ...(level === undefined ? {} : { level }),
  };
}

/** Moves the share `x` of the observations above a bound to the lowest bucket. */
function spreading({ series, turned }: Turned): Lever {
  const totals = totalsOf(turned);
  const spread = (each: InputSeries, x: number) => {
    const total = totals.get(keyOf(each));
    const isTurned = turned.includes(each) && total !== undefined && each.labels['le'] !== '+Inf';
    return isTurned ? { ...each, samples: each.samples.towards(total, x) } : each;
  };
  return {
    kind: 'spread',
    rest: 0,
    allows: (x) => x >= 0 && x <= 1,
    turned: turned.map(({ name }) => name),
    world: (x, factor) => series.map((each) => times(spread(each, x), 1, factor)),
  };
}

function adding(
  { series, turned }: Turned,
  kind: 'rate' | 'shift' | 'switch',
  add: (samples: Samples, x: number) => Samples,
): Lever {
  return {
    kind,
    rest: 0,
    allows: kind === 'rate' ? isNotNegative : Number.isFinite,
    turned: turned.map(({ name }) => name),
    world: (x) =>
      series.map((each) =>
        turned.includes(each) ? { ...each, samples: add(each.samples, x) } : each,
      ),
  };
}

function sizeOf(segment: Samples['parts'][number]['segment']): number {
  if (segment.kind === 'values') return segment.perSecond || segment.start;
  return segment.kind === 'stairs' ? segment.by : 0;
}

function times(series: InputSeries, x: number, factor?: number): InputSeries {
  if (x === 1 && factor === undefined) return series;
  const turn = (value: number) => (factor === undefined ? value * x : rounded(value * x * factor));
  return { ...series, samples: series.samples.mapped(turn) };
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function hasValues(samples: Samples): boolean {
  return samples.parts.some(({ segment }) => 'start' in segment);
}

/** The selectors whose series carry the value. */
function leverSelectors(expr: Expr, recordings: readonly RecordingRule[]): readonly Selector[] {
  const inside = (of: Expr) => leverSelectors(of, recordings);
  switch (expr.kind) {
    case 'selector': {
      const recorded = recordings.filter(({ name }) => name === expr.name);
      return recorded.length > 0 ? recorded.flatMap(({ node }) => inside(node)) : [expr];
    }
    case 'matrix':
    case 'subquery':
    case 'paren':
    case 'unary':
    case 'aggregate':
      return inside(expr.of);
    case 'call':
      // The series stand in one argument; the others are numbers.
      return expr.args.map(inside).find((found) => found.length > 0) ?? [];
    case 'binary': {
      // Times nothing: it is there for its labels.
      if (expr.op === '*' && (isZero(expr.left) || isZero(expr.right))) return [];
      const left = inside(expr.left);
      if (expr.op === 'or' || expr.op === '+') return [...left, ...inside(expr.right)];
      return left.length > 0 ? left : inside(expr.right);
    }
    default:
      return [];
  }
}

function isZero(expr: Expr): boolean {
  return numberOf(expr) === 0;
}

function selects({ name, matchers }: Selector, { metric, labels }: InputSeries): boolean {
  if (name !== undefined && name !== metric) return false;
  return matchers.every(({ label, op, value }) => {
    const actual = label === '__name__' ? metric : (labels[label] ?? '');
    switch (op) {
      case '=':
        return actual === value;
      case '!=':
        return actual !== value;
      case '=~':
        return regexMatches(value, actual);
      case '!~':
        return !regexMatches(value, actual);
    }
  });
}

function isNotNegative(x: number): boolean {
  return x >= 0 && Number.isFinite(x);
}

/** All labels of a bucket's series but its bound. */
function keyOf({ metric, labels }: InputSeries): string {
  return JSON.stringify([metric, Object.entries({ ...labels, le: '' }).sort()]);
}

/** The samples of `+Inf`, by histogram. */
function totalsOf(series: readonly InputSeries[]): ReadonlyMap<string, Samples> {
  const totals = series.filter(({ labels }) => labels['le'] === '+Inf');
  return new Map(totals.map((each) => [keyOf(each), each.samples]));
}
