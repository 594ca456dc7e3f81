import type { RangeOp, VectorOp } from './ast.ts';

interface RangeSpec {
  /** Whether it needs numbers from `unwrap`, counts lines, or takes both. */
  readonly unwrap: 'needed' | 'refused' | 'optional';
  /** Whether `by` and `without` may follow. */
  readonly grouping: boolean;
}

/** The range aggregations of Loki 3.5. */
export const RANGE_OPS: Readonly<Record<RangeOp, RangeSpec>> = {
  absent_over_time: { unwrap: 'optional', grouping: false },
  avg_over_time: { unwrap: 'needed', grouping: true },
  bytes_over_time: { unwrap: 'refused', grouping: false },
  bytes_rate: { unwrap: 'refused', grouping: false },
  count_over_time: { unwrap: 'refused', grouping: false },
  first_over_time: { unwrap: 'needed', grouping: true },
  last_over_time: { unwrap: 'needed', grouping: true },
  max_over_time: { unwrap: 'needed', grouping: true },
  min_over_time: { unwrap: 'needed', grouping: true },
  quantile_over_time: { unwrap: 'needed', grouping: true },
  rate: { unwrap: 'optional', grouping: false },
  rate_counter: { unwrap: 'needed', grouping: false },
  stddev_over_time: { unwrap: 'needed', grouping: true },
  stdvar_over_time: { unwrap: 'needed', grouping: true },
  sum_over_time: { unwrap: 'needed', grouping: false },
};

interface VectorSpec {
  /** Whether a number comes first: how many series to keep. */
  readonly param: boolean;
  readonly grouping: boolean;
  /** Whether the series keep their labels. */
  readonly keepsLabels: boolean;
}

/** The vector aggregations of Loki 3.5. */
export const VECTOR_OPS: Readonly<Record<VectorOp, VectorSpec>> = {
  approx_topk: { param: true, grouping: false, keepsLabels: true },
  avg: { param: false, grouping: true, keepsLabels: false },
  bottomk: { param: true, grouping: true, keepsLabels: true },
  count: { param: false, grouping: true, keepsLabels: false },
  max: { param: false, grouping: true, keepsLabels: false },
  min: { param: false, grouping: true, keepsLabels: false },
  sort: { param: false, grouping: false, keepsLabels: true },
  sort_desc: { param: false, grouping: false, keepsLabels: true },
  stddev: { param: false, grouping: true, keepsLabels: false },
  stdvar: { param: false, grouping: true, keepsLabels: false },
  sum: { param: false, grouping: true, keepsLabels: false },
  topk: { param: true, grouping: true, keepsLabels: true },
};

export function isRangeOp(name: string): name is RangeOp {
  return Object.hasOwn(RANGE_OPS, name);
}

export function isVectorOp(name: string): name is VectorOp {
  return Object.hasOwn(VECTOR_OPS, name);
}
