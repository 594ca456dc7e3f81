import type { Duration } from './duration.ts';
import type { Unit } from './unit.ts';

/** Marks a label whose values are not known in advance, such as a user id. */
export const any: unique symbol = Symbol('any');

/** The values that a label can have: a closed list, or `any`. */
export type LabelValues = readonly string[] | typeof any;

export type Labels = Readonly<Record<string, LabelValues>>;

/** What an author writes for one metric. The name is the key it stands under. */
export type MetricSpec = CounterSpec | GaugeSpec | HistogramSpec | SummarySpec | InfoSpec;

interface BaseSpec {
  /** One sentence, as the exporter's `# HELP` would say it. */
  readonly help: string;
  readonly labels?: Labels;
  /** Those of its labels that have values without end: callers, ids, addresses. Each value is a series that is kept. */
  readonly unbounded?: readonly string[];
  /** Why not to use it any more and what to use instead: `'renamed: use flashes_total'`. */
  readonly deprecated?: string;
  /** Only in some versions of the exporter: `'0.12'` is the first that has it. */
  readonly since?: string;
  /** Removed or renamed since: `'0.17'` is the last version of the exporter that has it. */
  readonly until?: string;
  /** May be absent from a healthy target: labelled counters before their first increment, optional collectors. */
  readonly optional?: true;
  readonly healthy?: Healthy;
}

/**
 * What a healthy target shows in synthesised data: a value, or the least and the most of a day. Of a counter: per second,
 * all its label values together; of a histogram and a summary: the median observation. Default: guessed from unit and name.
 */
export type Healthy = number | readonly [low: number, high: number];

/** Only goes up, or back to 0 on a restart. */
export interface CounterSpec extends BaseSpec {
  readonly kind: 'counter';
  readonly unit: Unit;
}

export interface GaugeSpec extends BaseSpec {
  readonly kind: 'gauge';
  readonly unit: Unit;
  /** The range that values can have, inclusive; `[0, 1]` for a state or a ratio. */
  readonly range?: readonly [min: number, max: number];
}

/** Classic buckets, or a native histogram: `native: true`, and then no `le`. */
export interface HistogramSpec extends BaseSpec {
  readonly kind: 'histogram';
  /** Unit of an observation. */
  readonly unit: Unit;
  /** Upper bounds without `+Inf`, ascending. */
  readonly buckets?: readonly number[];
  readonly native?: true;
}

export interface SummarySpec extends BaseSpec {
  readonly kind: 'summary';
  readonly unit: Unit;
  /** The quantiles exported, 0 to 1; none for a summary of sum and count only. */
  readonly quantiles: readonly number[];
}

/** Always 1; the labels are the information. */
export interface InfoSpec extends BaseSpec {
  readonly kind: 'info';
}

/** A metric as the analysis sees it: the declaration with the target's labels joined in. */
export interface Metric {
  readonly name: string;
  readonly kind: MetricSpec['kind'];
  readonly help: string;
  /** `info` metrics have unit `info`; `unknown` where the metric was only seen. */
  readonly unit: Unit;
  /** The metric's own labels and those of its targets; never `le` or `quantile`. */
  readonly labels: Labels;
  /**
   * Those of its labels that not every series has to have: what the targets of one of several jobs add, because whose is
   * whose is not kept; all of them where it is bound to no job.
   */
  readonly partial?: readonly string[];
  readonly unbounded?: readonly string[];
  /** Names of the scrape jobs that expose it. Empty for a catalog that is bound to none. */
  readonly jobs: readonly string[];
  /** Its series have these labels and no more, though it is bound to no job. */
  readonly complete?: true;
  readonly buckets?: readonly number[];
  readonly native?: true;
  readonly quantiles?: readonly number[];
  readonly range?: readonly [min: number, max: number];
  readonly deprecated?: string;
  readonly since?: string;
  readonly until?: string;
  readonly optional?: true;
  readonly healthy?: Healthy;
  /** Of the jobs that expose it; absent where none is known. */
  readonly scrapeInterval?: Duration;
}
