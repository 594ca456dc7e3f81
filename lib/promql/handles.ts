import type { Selector } from './ast.ts';
import type { Shift, TimeRange } from './time-range.ts';
import type { Scalar, Vec } from './vec.ts';
import type { Where } from './where.ts';

/** The labels of a metric, each with the values that it can have; `string` where they are not known in advance. */
export interface LabelTypes {
  readonly [label: string]: string;
}

type Keys<A> = Extract<keyof A, string>;

/** Any metric handle: the selector as it stands, for `` promql`…` ``, variables and alert cases. */
export interface AnyHandle<out A extends LabelTypes = LabelTypes> {
  readonly metricKind: 'counter' | 'gauge' | 'histogram' | 'summary' | 'info';
  readonly selector: Selector;
  /** A mark of the type; never there at run time. */
  readonly labels?: A;
}

/** What can be asked of a metric whose raw values mean something only as a set: a counter, a gauge. */
interface Series<A extends LabelTypes> {
  /**
   * 1 where no series is there. It carries only labels that the selector matches with `=`: name those that are used.
   *
   * @example
   * m.up.where({ job: 'api' }).absent('job') // absent(up{job="api"}): one series, with job="api"
   */
  absent<K extends Keys<A> = never>(...carried: K[]): Vec<K>;
  /** 1 where no series was there in the whole window; its labels as those of `absent`. */
  absentOverTime<K extends Keys<A> = never>(range: TimeRange, ...carried: K[]): Vec<K>;
}

/**
 * A metric that only goes up. Not a vector: its raw value means nothing across restarts, so arithmetic, legends and
 * aggregations need `rate`, `increase` or, said aloud, `raw`.
 */
export interface Counter<in out A extends LabelTypes> extends AnyHandle<A>, Series<A> {
  readonly metricKind: 'counter';
  /** Only the series that match; a label that is matched already is matched anew. */
  where(matchers: Where<A>): Counter<A>;
  /** The same series that long ago; negative looks ahead in a graph of the past. */
  offset(by: Shift): Counter<A>;
  /** Increase per second over the window, default `$__rate_interval`. */
  rate(range?: TimeRange): Vec<Keys<A>>;
  /** Per-second increase between the last two samples: spiky; for graphs of fast counters only. */
  irate(range?: TimeRange): Vec<Keys<A>>;
  /** Increase over the window, default `$__rate_interval`, extrapolated to its ends. */
  increase(range?: TimeRange): Vec<Keys<A>>;
  /** Number of restarts seen in the window, default `$__rate_interval`. */
  resets(range?: TimeRange): Vec<Keys<A>>;
  /** The counter's value itself. */
  raw(): Vec<Keys<A>>;
  /** Number of series. */
  count(): Vec<never>;
  countBy<K extends Keys<A>>(...by: K[]): Vec<K>;
}

/** A metric that goes up and down. A vector: it can be aggregated and drawn as it is. */
export interface Gauge<in out A extends LabelTypes> extends Vec<Keys<A>>, AnyHandle<A>, Series<A> {
  readonly metricKind: 'gauge';
  /** Only the series that match; a label that is matched already is matched anew. */
  where(matchers: Where<A>): Gauge<A>;
  /** The same series that long ago; negative looks ahead in a graph of the past. */
  offset(by: Shift): Gauge<A>;
  /** Last value minus first value in the window, default `$__rate_interval`, extrapolated to its ends. */
  delta(range?: TimeRange): Vec<Keys<A>>;
  /** Difference of the last two samples. */
  idelta(range?: TimeRange): Vec<Keys<A>>;
  /** Slope per second by least squares over the window, default `$__rate_interval`. */
  deriv(range?: TimeRange): Vec<Keys<A>>;
  /** Number of times the value changed in the window, default `$__rate_interval`. */
  changes(range?: TimeRange): Vec<Keys<A>>;
  /** Value expected `seconds` from now, by least squares over the window. */
  predictLinear(range: TimeRange, seconds: number | Scalar): Vec<Keys<A>>;
}

/** Options of a quantile, mean or share of a histogram. */
export interface HistogramOptions<K extends string> {
  /** Labels to keep; `le` is kept where PromQL needs it. Default none. */
  readonly by?: readonly K[];
  /** Default `$__rate_interval`. */
  readonly range?: TimeRange;
}

/** Observations counted in buckets. `B` are its bounds where they are literals. */
export interface Histogram<
  in out A extends LabelTypes,
  B extends number = number,
> extends AnyHandle<A> {
  readonly metricKind: 'histogram';
  /** Only the series that match; a label that is matched already is matched anew. */
  where(matchers: Where<A>): Histogram<A, B>;
  /** The same series that long ago; negative looks ahead in a graph of the past. */
  offset(by: Shift): Histogram<A, B>;
  /**
   * φ-quantile of the observations in the window, φ from 0 to 1, in the histogram's unit.
   * It never exceeds the last bucket's bound.
   *
   * @example
   * m.sync_duration_seconds.quantile(0.9, { by: ['job'] })
   * // histogram_quantile(0.9, sum by (le, job) (rate(sync_duration_seconds_bucket[$__rate_interval])))
   */
  quantile<K extends Keys<A> = never>(q: number | Scalar, options?: HistogramOptions<K>): Vec<K>;
  /** Mean of the observations in the window: rate of sum by rate of count. No result where there were none. */
  mean<K extends Keys<A> = never>(options?: HistogramOptions<K>): Vec<K>;
  /**
   * Share of observations of at most `bound`, which must be one of the declared buckets. 0 to 1; no result where there
   * were none.
   */
  share<K extends Keys<A> = never>(bound: B, options?: HistogramOptions<K>): Vec<K>;
  /** Observations by bucket over the window, default `$__rate_interval`, for heatmaps: `sum by (le) (increase(…))`. */
  heatmap(range?: TimeRange): Vec<'le'>;
  /** The buckets as a counter with label `le`. Not there for a native histogram. */
  readonly bucket: Counter<A & { le: string }>;
  /** The number of observations. */
  readonly count: Counter<A>;
  /** The sum of the observations. */
  readonly sum: Counter<A>;
}

/** Quantiles that the process computed itself: they cannot be aggregated. `Q` are those declared. */
export interface Summary<
  in out A extends LabelTypes,
  Q extends number = number,
> extends AnyHandle<A> {
  readonly metricKind: 'summary';
  /** Only the series that match; a label that is matched already is matched anew. */
  where(matchers: Where<A>): Summary<A, Q>;
  /** The same series that long ago; negative looks ahead in a graph of the past. */
  offset(by: Shift): Summary<A, Q>;
  /** The series of one declared quantile. */
  quantile(q: Q): Gauge<A>;
  /** Mean of the observations in the window: rate of sum by rate of count. No result where there were none. */
  mean<K extends Keys<A> = never>(options?: HistogramOptions<K>): Vec<K>;
  /** The number of observations. */
  readonly count: Counter<A>;
  /** The sum of the observations. */
  readonly sum: Counter<A>;
}

/** Always 1. Join it with `on(…).groupLeft(…)` to add its labels to another metric. */
export interface Info<in out A extends LabelTypes> extends Vec<Keys<A>>, AnyHandle<A> {
  readonly metricKind: 'info';
  /** Only the series that match; a label that is matched already is matched anew. */
  where(matchers: Where<A>): Info<A>;
}
