import type { InferredUnit } from './inferred-unit.ts';
import { COUNT, NUMBER, STATE, TIMESTAMP } from './inferred-unit.ts';
import { ANY_VALUE, type Interval, monotone, NOT_NEGATIVE, ONE } from './interval.ts';
import { isNativeHistogram, rateOf, type SampleKind } from './sample-kind.ts';
import { averaged, perSecond, raised, summed } from './unit-algebra.ts';

/** How a function of one vector changes what is known of it. Labels pass through, all but the metric's name. */
export interface FunctionFlow {
  readonly keepsName?: true;
  readonly unit: (unit: InferredUnit | undefined) => InferredUnit | undefined;
  readonly kind: (kind: SampleKind) => SampleKind;
  /** Default: nothing is known of the values. */
  readonly range?: (range: Interval) => Interval;
  /** What it must be given; the facts of a call compare it with what it is. */
  readonly wants?: 'counter' | 'gauge' | 'native-histogram';
}

type Unit = InferredUnit | undefined;

const same = <T>(of: T): T => of;
const unknown = (): Unit => undefined;
const count = (): Unit => COUNT;
const number = (): Unit => NUMBER;
const moment = (): Unit => TIMESTAMP;
const gauge = (): SampleKind => 'gauge';
/** A change of a native histogram is one. */
const change = (kind: SampleKind): SampleKind => {
  if (isNativeHistogram(kind)) return 'histogram-rate';
  return kind === 'unknown' ? kind : 'gauge';
};
const range = (min: number, max: number) => (): Interval => ({ min, max, nan: true });

const RATE: FunctionFlow = { unit: perSecond, kind: rateOf, range: sinceStart, wants: 'counter' };
const INCREASE: FunctionFlow = { ...RATE, unit: same };
const SLOPE: FunctionFlow = { unit: perSecond, kind: gauge, wants: 'gauge' };
const CHANGE: FunctionFlow = { unit: same, kind: change, wants: 'gauge' };
const SPREAD: FunctionFlow = { unit: same, kind: gauge, range: () => NOT_NEGATIVE, wants: 'gauge' };
/** The value at some moment of the window. */
const PICK: FunctionFlow = { unit: same, kind: same, range: same };
/** A number between those of the window. */
const BETWEEN: FunctionFlow = { ...PICK, wants: 'gauge' };
const NUMBER_OF: FunctionFlow = { unit: count, kind: gauge, range: () => NOT_NEGATIVE };
const MOMENT: FunctionFlow = { unit: moment, kind: gauge, range: () => NOT_NEGATIVE };
const CALENDAR: FunctionFlow = { unit: count, kind: gauge };
const CURVE: FunctionFlow = { unit: number, kind: gauge };
const ORDER: FunctionFlow = { keepsName: true, ...PICK };
const OF_HISTOGRAM: FunctionFlow = { unit: unknown, kind: gauge, wants: 'native-histogram' };

const FLOWS: Readonly<Record<string, FunctionFlow>> = {
  rate: RATE,
  irate: RATE,
  increase: INCREASE,
  resets: { ...NUMBER_OF, wants: 'counter' },
  changes: NUMBER_OF,
  delta: CHANGE,
  idelta: CHANGE,
  deriv: SLOPE,
  predict_linear: { ...CHANGE, kind: gauge },
  double_exponential_smoothing: { ...CHANGE, kind: gauge },
  holt_winters: { ...CHANGE, kind: gauge },

  avg_over_time: { ...BETWEEN, unit: averaged, kind: smoothed },
  min_over_time: PICK,
  max_over_time: PICK,
  quantile_over_time: { ...BETWEEN, kind: smoothed, range: () => ANY_VALUE },
  mad_over_time: SPREAD,
  stddev_over_time: SPREAD,
  stdvar_over_time: { ...SPREAD, unit: (unit) => raised(unit, 2) },
  sum_over_time: { ...BETWEEN, unit: summed, kind: smoothed, range: totalled },
  count_over_time: { ...NUMBER_OF, range: range(1, Infinity) },
  present_over_time: { unit: () => STATE, kind: () => 'state', range: () => ONE },
  last_over_time: ORDER,
  first_over_time: ORDER,
  ts_of_first_over_time: MOMENT,
  ts_of_last_over_time: MOMENT,
  ts_of_max_over_time: MOMENT,
  ts_of_min_over_time: MOMENT,
  timestamp: MOMENT,
  start_timestamp: MOMENT,

  sort: ORDER,
  sort_desc: ORDER,
  sort_by_label: ORDER,
  sort_by_label_desc: ORDER,

  abs: { ...PICK, range: magnitude },
  ceil: { ...PICK, range: (r) => monotone(r, Math.ceil) },
  floor: { ...PICK, range: (r) => monotone(r, Math.floor) },
  round: { ...PICK, range: () => ANY_VALUE },
  clamp: { ...PICK, range: () => ANY_VALUE },
  clamp_min: { ...PICK, range: () => ANY_VALUE },
  clamp_max: { ...PICK, range: () => ANY_VALUE },
  sgn: { unit: count, kind: gauge, range: range(-1, 1) },
  sqrt: { unit: (unit) => raised(unit, 0.5), kind: gauge, range: () => NOT_NEGATIVE },
  exp: { ...CURVE, range: () => NOT_NEGATIVE },
  ln: CURVE,
  log2: CURVE,
  log10: CURVE,
  deg: CURVE,
  rad: CURVE,
  acos: CURVE,
  acosh: CURVE,
  asin: CURVE,
  asinh: CURVE,
  atan: CURVE,
  atanh: CURVE,
  cos: { ...CURVE, range: range(-1, 1) },
  cosh: CURVE,
  sin: { ...CURVE, range: range(-1, 1) },
  sinh: CURVE,
  tan: CURVE,
  tanh: { ...CURVE, range: range(-1, 1) },

  minute: { ...CALENDAR, range: range(0, 59) },
  hour: { ...CALENDAR, range: range(0, 23) },
  day_of_week: { ...CALENDAR, range: range(0, 6) },
  day_of_month: { ...CALENDAR, range: range(1, 31) },
  day_of_year: { ...CALENDAR, range: range(1, 366) },
  days_in_month: { ...CALENDAR, range: range(28, 31) },
  month: { ...CALENDAR, range: range(1, 12) },
  year: CALENDAR,

  histogram_avg: OF_HISTOGRAM,
  histogram_sum: OF_HISTOGRAM,
  histogram_count: { ...OF_HISTOGRAM, range: () => NOT_NEGATIVE },
  histogram_stddev: OF_HISTOGRAM,
  histogram_stdvar: OF_HISTOGRAM,
};

/**
 * The functions that pass the labels of one vector through. Those that do more to labels are in `callInfo`.
 */
export const FUNCTION_FLOWS: ReadonlyMap<string, FunctionFlow> = new Map(Object.entries(FLOWS));

/** Of a counter the rate is never negative; of anything else nothing is known. */
function sinceStart(of: Interval): Interval {
  return of.min >= 0 ? NOT_NEGATIVE : ANY_VALUE;
}

function totalled(of: Interval): Interval {
  return of.min >= 0 ? { min: of.min, max: Infinity, nan: of.nan } : ANY_VALUE;
}

function magnitude(of: Interval): Interval {
  if (of.min >= 0) return of;
  const max = Math.max(Math.abs(of.min), Math.abs(of.max));
  return { min: of.max < 0 ? -of.max : 0, max, nan: of.nan };
}

/** A mean of zeros and ones is no state any more. */
function smoothed(kind: SampleKind): SampleKind {
  return kind === 'state' || kind === 'info' ? 'gauge' : kind;
}
