import type { Metric } from '../../catalog/index.ts';
import type { AggregateOp } from '../ast.ts';

/** What the values of an expression are. */
export type SampleKind =
  /** Only goes up: needs `rate` or the like. */
  | 'counter'
  /** Cumulative buckets of a classic histogram, a counter for each `le`; or their senseless sum where `le` is gone. */
  | 'bucket'
  /** A native histogram, cumulative. */
  | 'histogram'
  | 'gauge'
  /** A number with a meaning, mostly 0 and 1. */
  | 'state'
  /** Always 1; the labels are the information. */
  | 'info'
  /** A quantile, of a summary or from `histogram_quantile`: cannot be added up or averaged. */
  | 'quantile'
  /** Increase of a counter, per second or over a window. */
  | 'rate'
  /** Increase of buckets. */
  | 'bucket-rate'
  | 'histogram-rate'
  | 'unknown';

/** Kinds whose raw value only goes up. */
export function isCumulative(kind: SampleKind): boolean {
  return kind === 'counter' || kind === 'bucket' || kind === 'histogram';
}

export function isNativeHistogram(kind: SampleKind): boolean {
  return kind === 'histogram' || kind === 'histogram-rate';
}

export function kindOfMetric(metric: Metric): SampleKind {
  switch (metric.kind) {
    case 'counter':
      return 'counter';
    case 'gauge':
      return metric.unit === 'state' ? 'state' : 'gauge';
    case 'histogram':
      return 'histogram';
    case 'summary':
      return 'quantile';
    case 'info':
      return 'info';
  }
}

/** The increase of a series of that kind. */
export function rateOf(kind: SampleKind): SampleKind {
  switch (kind) {
    case 'bucket':
    case 'bucket-rate':
      return 'bucket-rate';
    case 'histogram':
    case 'histogram-rate':
      return 'histogram-rate';
    case 'unknown':
      return 'unknown';
    default:
      return 'rate';
  }
}

/** The kind of an aggregation of series of that kind. */
export function aggregatedKind(op: AggregateOp, kind: SampleKind): SampleKind {
  switch (op) {
    case 'topk':
    case 'bottomk':
    case 'limitk':
    case 'limit_ratio':
      return kind;
    case 'count':
    case 'count_values':
    case 'stddev':
    case 'stdvar':
      return 'gauge';
    case 'group':
      return 'state';
    case 'min':
    case 'max':
      return kind;
    case 'sum':
    case 'avg':
    case 'quantile':
      return kind === 'state' || kind === 'info' ? 'gauge' : kind;
  }
}

/** The kind of a value that may come from either. */
export function eitherKind(a: SampleKind, b: SampleKind): SampleKind {
  return a === b ? a : 'unknown';
}

/** The kind of arithmetic between two vectors. */
export function combinedKind(a: SampleKind, b: SampleKind): SampleKind {
  if (isMask(b)) return a;
  if (isMask(a)) return b;
  return a === 'unknown' || b === 'unknown' || isNativeHistogram(a) || isNativeHistogram(b)
    ? 'unknown'
    : 'gauge';
}

function isMask(kind: SampleKind): boolean {
  return kind === 'info' || kind === 'state';
}
