import type { ArithmeticOp, ComparisonOp } from '../ast.ts';

/** The values that a sample can have: `min` to `max` inclusive, and NaN where `nan` is set. */
export interface Interval {
  readonly min: number;
  readonly max: number;
  readonly nan: boolean;
}

export const ANY_VALUE: Interval = { min: -Infinity, max: Infinity, nan: true };
/** A counter, or the rate of one. */
export const NOT_NEGATIVE: Interval = { min: 0, max: Infinity, nan: true };
export const ONE: Interval = { min: 1, max: 1, nan: false };
/** Result of `count`: an empty vector has no count, so never 0. */
export const AT_LEAST_ONE: Interval = { min: 1, max: Infinity, nan: false };
export const ZERO_OR_ONE: Interval = { min: 0, max: 1, nan: false };

export function constant(value: number): Interval {
  return { min: value, max: value, nan: Number.isNaN(value) };
}

/** The only value of the interval; `undefined` where there is more than one. */
export function constantOf(of: Interval): number | undefined {
  if (Number.isNaN(of.min)) return of.min;
  return of.min === of.max && !of.nan ? of.min : undefined;
}

/** The smallest interval that holds both. */
export function hull(a: Interval, b: Interval): Interval {
  if (a === b) return a;
  if (Number.isNaN(a.min)) return { ...b, nan: true };
  if (Number.isNaN(b.min)) return { ...a, nan: true };
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max), nan: a.nan || b.nan };
}

export function negated(of: Interval): Interval {
  return of === ANY_VALUE ? of : { min: -of.max, max: -of.min, nan: of.nan };
}

/** The interval of a function that never falls, such as `ceil`. */
export function monotone(of: Interval, f: (value: number) => number): Interval {
  return of === ANY_VALUE ? of : { min: f(of.min), max: f(of.max), nan: of.nan };
}

export function arithmetic(op: ArithmeticOp, left: Interval, right: Interval): Interval {
  const a = constantOf(left);
  const b = constantOf(right);
  if (a !== undefined && b !== undefined) return constant(CALCULATE[op](a, b));
  if ((left === ANY_VALUE && right === ANY_VALUE) || a !== a || b !== b) return ANY_VALUE;
  if (op === '+' || op === '-' || op === '*') return corners(op, left, right);
  if (op === '/' && b !== undefined && b !== 0) return corners(op, left, right);
  return ANY_VALUE;
}

/** `+`, `-`, `*` and `/` by a constant have their extremes at the ends of the operands. */
function corners(op: ArithmeticOp, left: Interval, right: Interval): Interval {
  const at = CALCULATE[op];
  const ends = [
    at(left.min, right.min),
    at(left.min, right.max),
    at(left.max, right.min),
    at(left.max, right.max),
  ];
  // ∞ - ∞ and 0 · ∞ are NaN: nothing is known then.
  if (ends.some(Number.isNaN)) return ANY_VALUE;
  return { min: Math.min(...ends), max: Math.max(...ends), nan: left.nan || right.nan };
}

const CALCULATE = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': (a, b) => a ** b,
  atan2: Math.atan2,
} as const satisfies Record<ArithmeticOp, (a: number, b: number) => number>;

/** Whether `left op right` is the same for all values: `undefined` where it depends on them. */
export function verdict(
  op: ComparisonOp,
  left: Interval,
  right: Interval,
): 'always' | 'never' | undefined {
  if (Number.isNaN(left.min) || Number.isNaN(right.min)) return op === '!=' ? 'always' : 'never';
  // NaN passes no comparison but `!=`.
  const nan = left.nan || right.nan;
  switch (op) {
    case '==':
      if (left.max < right.min || left.min > right.max) return 'never';
      return !nan && isPoint(left) && isPoint(right) ? 'always' : undefined;
    case '!=':
      if (left.max < right.min || left.min > right.max) return 'always';
      return !nan && isPoint(left) && isPoint(right) ? 'never' : undefined;
    case '>':
      if (left.max <= right.min) return 'never';
      return !nan && left.min > right.max ? 'always' : undefined;
    case '<':
      if (left.min >= right.max) return 'never';
      return !nan && left.max < right.min ? 'always' : undefined;
    case '>=':
      if (left.max < right.min) return 'never';
      return !nan && left.min >= right.max ? 'always' : undefined;
    case '<=':
      if (left.min > right.max) return 'never';
      return !nan && left.max <= right.min ? 'always' : undefined;
    // They trim native histograms rather than compare.
    case '</':
    case '>/':
      return undefined;
  }
}

function isPoint(of: Interval): boolean {
  return of.min === of.max;
}

/** What remains of `left` after the filter `left op right`. */
export function filtered(op: ComparisonOp, left: Interval, right: Interval): Interval {
  if (verdict(op, left, right) === 'never' || Number.isNaN(right.min)) return left;
  switch (op) {
    case '==':
      return {
        min: Math.max(left.min, right.min),
        max: Math.min(left.max, right.max),
        nan: false,
      };
    case '>':
    case '>=':
      return { min: Math.max(left.min, right.min), max: left.max, nan: false };
    case '<':
    case '<=':
      return { min: left.min, max: Math.min(left.max, right.max), nan: false };
    case '!=':
    case '</':
    case '>/':
      return left;
  }
}

/** The same comparison with its sides exchanged: `5 > x` is `x < 5`. */
export const MIRRORED = {
  '==': '==',
  '!=': '!=',
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
  '</': '</',
  '>/': '>/',
} as const satisfies Record<ComparisonOp, ComparisonOp>;
