import type { AnyScalar, Labelled, Query } from './labelled.ts';
import type { AnyMatch } from './matching.ts';
import type { BinaryLabels, Operand, OrOperand } from './operand.ts';
import type { Subquery, SubqueryOptions } from './subquery.ts';
import type { Legend } from './text-labels.ts';
import type { TimeRange } from './time-range.ts';
import type { TypeError } from './type-error.ts';

/** A query with its legend, as a panel takes it. */
export interface Target extends Query {
  /** Grafana's legend format, such as `p99 {{route}}`. */
  readonly legendFormat: string;
}

/**
 * An instant vector whose series carry the labels `L`: a union of their names, `never` for none.
 *
 * Every method returns a new expression. The labels follow the operations, so that a legend, a join or an aggregation
 * that names a label which is gone does not compile.
 */
export interface Vec<in out L extends string> extends Labelled<L> {
  /** `sum(…)`: one series without labels. */
  sum(): Vec<never>;
  /** `sum by (labels) (…)`. */
  sumBy<K extends L>(...by: K[]): Vec<K>;
  sumWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  avg(): Vec<never>;
  avgBy<K extends L>(...by: K[]): Vec<K>;
  avgWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  min(): Vec<never>;
  minBy<K extends L>(...by: K[]): Vec<K>;
  minWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  max(): Vec<never>;
  maxBy<K extends L>(...by: K[]): Vec<K>;
  maxWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  /** Number of series. Of no series it is no result, never 0: see `orZero`. */
  count(): Vec<never>;
  countBy<K extends L>(...by: K[]): Vec<K>;
  countWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  /** 1 for each group that has a series. */
  group(): Vec<never>;
  groupBy<K extends L>(...by: K[]): Vec<K>;
  groupWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  stddev(): Vec<never>;
  stddevBy<K extends L>(...by: K[]): Vec<K>;
  stddevWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  stdvar(): Vec<never>;
  stdvarBy<K extends L>(...by: K[]): Vec<K>;
  stdvarWithout<K extends L>(...without: K[]): Vec<Exclude<L, K>>;
  /** φ-quantile over series, φ from 0 to 1. For a histogram's quantile see `Histogram.quantile`. */
  quantileOf(q: number | Scalar): Vec<never>;
  quantileOfBy<K extends L>(q: number | Scalar, ...by: K[]): Vec<K>;
  /** The `n` largest series, of each group where `by` is given; keeps all labels. */
  topk<K extends L = never>(n: number | Scalar, ...by: K[]): Vec<L>;
  bottomk<K extends L = never>(n: number | Scalar, ...by: K[]): Vec<L>;
  /** Any `n` series, of each group where `by` is given. Experimental in Prometheus. */
  limitk<K extends L = never>(n: number | Scalar, ...by: K[]): Vec<L>;
  /** Number of series by value; the value becomes label `label`. */
  countValues<N extends string, K extends L = never>(label: N, ...by: K[]): Vec<N | K>;

  /**
   * `+`: with a number, a scalar, or a vector of the same labels; of others with `on(…)` or `ignoring(…)`. Series without a
   * partner are dropped.
   *
   * @example
   * a.div(b, on('job')) // a / on (job) b
   */
  add: Arithmetic<L>;
  /** `-`, as `add`. */
  sub: Arithmetic<L>;
  /** `*`, as `add`. */
  mul: Arithmetic<L>;
  /** `/`, as `add`. */
  div: Arithmetic<L>;
  /** `%`, as `add`. */
  mod: Arithmetic<L>;
  /** `^`, as `add`. */
  pow: Arithmetic<L>;
  /** `atan2`, as `add`. */
  atan2: Arithmetic<L>;
  /** `-v`. */
  neg(): Vec<L>;

  /** `==`: keeps the series that are equal, with the values of the left; `.bool()` makes it 0 and 1 of all instead. */
  eq: Compare<L>;
  /** `!=`, as `eq`. */
  ne: Compare<L>;
  /** `>`, as `eq`. */
  gt: Compare<L>;
  /** `>=`, as `eq`. */
  ge: Compare<L>;
  /** `<`, as `eq`. */
  lt: Compare<L>;
  /** `<=`, as `eq`. */
  le: Compare<L>;

  /** Series that have a partner on the right; values and labels of the left. */
  and<R extends string = L, M extends AnyMatch | undefined = undefined>(
    rhs: Operand<L, R, M>,
    match?: M,
  ): Vec<L>;
  /** Series that have no partner on the right. */
  unless<R extends string = L, M extends AnyMatch | undefined = undefined>(
    rhs: Operand<L, R, M>,
    match?: M,
  ): Vec<L>;
  /** All series of the left, and those of the right that have no partner there. */
  or<R extends string = L>(rhs: OrOperand<L, R>): Vec<L>;
  /**
   * `or` of vectors whose labels differ: of the result only the labels of both are known.
   *
   * @example
   * m.up.eq(0).orMixed(m.up.absent('job')) // up == 0 or absent(up{job="api"})
   */
  orMixed<R extends string>(rhs: Labelled<R>, match?: AnyMatch): Vec<L & R>;
  /**
   * `… or vector(0)`: 0 where nothing is there. Only without labels, or the result would hold the zero beside the
   * other series.
   */
  orZero(this: OnlyUnlabelled<L>): Vec<never>;

  abs(): Vec<L>;
  ceil(): Vec<L>;
  floor(): Vec<L>;
  /** To the nearest multiple of `to`, default 1. */
  round(to?: number | Scalar): Vec<L>;
  sqrt(): Vec<L>;
  exp(): Vec<L>;
  ln(): Vec<L>;
  log2(): Vec<L>;
  log10(): Vec<L>;
  sgn(): Vec<L>;
  clamp(min: number | Scalar, max: number | Scalar): Vec<L>;
  clampMin(min: number | Scalar): Vec<L>;
  clampMax(max: number | Scalar): Vec<L>;
  /** By value. For tables and stats of instant queries; a range query ignores it. */
  sort(): Vec<L>;
  sortDesc(): Vec<L>;
  /** Time of each sample, in seconds since 1970. */
  timestamp(): Vec<L>;
  /** Of values that are seconds since 1970, in UTC. */
  minute(): Vec<L>;
  hour(): Vec<L>;
  /** 0 is Sunday. */
  dayOfWeek(): Vec<L>;
  dayOfMonth(): Vec<L>;
  dayOfYear(): Vec<L>;
  daysInMonth(): Vec<L>;
  month(): Vec<L>;
  year(): Vec<L>;

  avgOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  minOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  maxOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  sumOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  countOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  lastOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  presentOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  stddevOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  stdvarOverTime(range?: TimeRange, step?: TimeRange): Vec<L>;
  quantileOverTime(q: number | Scalar, range?: TimeRange, step?: TimeRange): Vec<L>;
  /**
   * The values that the expression had over the window, as the functions of range vectors take them. Default step: the
   * evaluation interval.
   *
   * @example
   * m.jobs.sum().subquery('1h', { step: '1m' }).deriv() // deriv(sum(jobs)[1h:1m])
   */
  subquery(range: TimeRange, options?: SubqueryOptions): Subquery<L>;

  /**
   * φ-quantile of a vector of classic buckets, φ from 0 to 1: for bucket rates that were computed or recorded otherwise
   * than `Histogram.quantile` does it.
   *
   * @example
   * m.api_seconds.bucket.rate('5m').sumBy('route', 'le').histogramQuantile(0.9)
   * // histogram_quantile(0.9, sum by (route, le) (rate(api_seconds_bucket[5m])))
   */
  histogramQuantile(q: number | Scalar): Buckets<L>;

  /**
   * Sets label `target` to `replacement` where `regex` matches the value of `source` from end to end.
   *
   * @example
   * v.labelReplace('host', '$1', 'instance', '(.*):.*') // label_replace(v, "host", "$1", "instance", "(.*):.*")
   */
  labelReplace<T extends string, K extends L>(
    target: T,
    replacement: string,
    source: K,
    regex: string,
  ): Vec<L | T>;
  /** Joins the values of `sources` with `separator` into label `target`. */
  labelJoin<T extends string, K extends L>(
    target: T,
    separator: string,
    ...sources: K[]
  ): Vec<L | T>;

  /** 1 where the vector is empty, without labels; see the handles for `absent` of a metric, which keeps labels. */
  isEmpty(): Vec<never>;
  /** The value of the only series, NaN otherwise. */
  scalar(): Scalar;

  /**
   * The legend of each series: text with `{{label}}`.
   *
   * @example
   * m.flashes_total.rate().sumBy('city').legend('{{city}}')
   */
  legend<const T extends string>(text: Legend<T, L>): Target;
}

type Buckets<L extends string> = 'le' extends L
  ? Vec<Exclude<L, 'le'>>
  : TypeError<'a quantile needs the label `le`: keep it in the aggregation', L>;

/** An arithmetic operator after its left side. */
type Arithmetic<L extends string> = <
  R extends string = L,
  M extends AnyMatch | undefined = undefined,
>(
  rhs: number | AnyScalar | Operand<L, R, M>,
  match?: M,
) => Vec<BinaryLabels<L, R, M>>;

/** A comparison after its left side. */
type Compare<L extends string> = <R extends string = L, M extends AnyMatch | undefined = undefined>(
  rhs: number | AnyScalar | Operand<L, R, M>,
  match?: M,
) => Comparison<BinaryLabels<L, R, M>>;

type OnlyUnlabelled<L extends string> = [L] extends [never]
  ? Vec<never>
  : TypeError<
      'or vector(0) on a labelled vector adds a series instead of a default: aggregate the labels away first',
      L
    >;

/** A comparison: a filter that keeps the values of its left side, unless `bool` turns it into 0 and 1. */
export interface Comparison<in out L extends string> extends Vec<L> {
  /** 0 or 1 for every series instead of dropping some: `x > bool 5`. */
  bool(): Vec<L>;
}

/** A number that PromQL knows without a series: a literal, a variable, `time()`, `scalar(…)`. */
export interface Scalar extends Query, AnyScalar {
  add<T extends number | Query>(rhs: T): ScalarResult<T>;
  sub<T extends number | Query>(rhs: T): ScalarResult<T>;
  mul<T extends number | Query>(rhs: T): ScalarResult<T>;
  div<T extends number | Query>(rhs: T): ScalarResult<T>;
  mod<T extends number | Query>(rhs: T): ScalarResult<T>;
  pow<T extends number | Query>(rhs: T): ScalarResult<T>;
  /** `vector(scalar)`: one sample without labels. */
  vector(): Vec<never>;
}

/** Scalars make a scalar; of a vector the labels stay. */
type ScalarResult<T> = T extends number | AnyScalar
  ? Scalar
  : T extends Labelled<infer L>
    ? Vec<L>
    : never;
