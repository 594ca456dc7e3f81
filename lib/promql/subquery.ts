import type { Shift, TimeRange } from './time-range.ts';
import type { Scalar, Vec } from './vec.ts';

export interface SubqueryOptions {
  /** Distance of the values. Default: the evaluation interval of Prometheus. */
  readonly step?: TimeRange;
  /** The window ends that long ago; negative looks ahead. */
  readonly offset?: Shift;
}

/** The values of an expression over a window: `expr[range:step]`. Each method is the function of its name. */
export interface Subquery<in out L extends string> {
  /** Of an expression whose values only go up, such as a sum of counters that never restart. */
  rate(): Vec<L>;
  irate(): Vec<L>;
  increase(): Vec<L>;
  resets(): Vec<L>;
  delta(): Vec<L>;
  idelta(): Vec<L>;
  deriv(): Vec<L>;
  changes(): Vec<L>;
  /** Value expected `seconds` from now. */
  predictLinear(seconds: number | Scalar): Vec<L>;
  avgOverTime(): Vec<L>;
  minOverTime(): Vec<L>;
  maxOverTime(): Vec<L>;
  sumOverTime(): Vec<L>;
  countOverTime(): Vec<L>;
  lastOverTime(): Vec<L>;
  presentOverTime(): Vec<L>;
  stddevOverTime(): Vec<L>;
  stdvarOverTime(): Vec<L>;
  quantileOverTime(q: number | Scalar): Vec<L>;
}
