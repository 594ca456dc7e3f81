import type { AggregateOp } from './ast.ts';

export type ValueType = 'scalar' | 'vector' | 'matrix' | 'string';

/** A function of PromQL. */
export interface FunctionSpec {
  /** In order. The last one repeats as far as `max` allows. */
  readonly args: readonly ValueType[];
  /** Fewest arguments; all of `args` when absent. */
  readonly min?: number;
  /** Most arguments; all of `args` when absent. */
  readonly max?: number;
  readonly returns: ValueType;
  /** Needs `--enable-feature=promql-experimental-functions` in Prometheus 3.14. */
  readonly experimental?: true;
  /** The release of Prometheus that brought it; `2.0` for that and everything older. */
  readonly since: string;
}

/** What aggregates a vector. */
export interface AggregateSpec {
  /** The type of the parameter before the vector. */
  readonly param?: 'scalar' | 'string';
  readonly experimental?: true;
  readonly since: string;
}

/** The functions of Prometheus 3.14, by name. `holt_winters` of Prometheus 2 is now `double_exponential_smoothing`. */
export const FUNCTIONS: Readonly<Record<string, FunctionSpec>> = {
  abs: { args: ['vector'], returns: 'vector', since: '2.0' },
  absent: { args: ['vector'], returns: 'vector', since: '2.0' },
  absent_over_time: { args: ['matrix'], returns: 'vector', since: '2.16' },
  acos: { args: ['vector'], returns: 'vector', since: '2.31' },
  acosh: { args: ['vector'], returns: 'vector', since: '2.31' },
  asin: { args: ['vector'], returns: 'vector', since: '2.31' },
  asinh: { args: ['vector'], returns: 'vector', since: '2.31' },
  atan: { args: ['vector'], returns: 'vector', since: '2.31' },
  atanh: { args: ['vector'], returns: 'vector', since: '2.31' },
  avg_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  ceil: { args: ['vector'], returns: 'vector', since: '2.0' },
  changes: { args: ['matrix'], returns: 'vector', since: '2.0' },
  clamp: { args: ['vector', 'scalar', 'scalar'], returns: 'vector', since: '2.26' },
  clamp_max: { args: ['vector', 'scalar'], returns: 'vector', since: '2.0' },
  clamp_min: { args: ['vector', 'scalar'], returns: 'vector', since: '2.0' },
  cos: { args: ['vector'], returns: 'vector', since: '2.31' },
  cosh: { args: ['vector'], returns: 'vector', since: '2.31' },
  count_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  day_of_month: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  day_of_week: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  day_of_year: { args: ['vector'], min: 0, returns: 'vector', since: '2.37' },
  days_in_month: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  deg: { args: ['vector'], returns: 'vector', since: '2.31' },
  delta: { args: ['matrix'], returns: 'vector', since: '2.0' },
  deriv: { args: ['matrix'], returns: 'vector', since: '2.0' },
  double_exponential_smoothing: {
    args: ['matrix', 'scalar', 'scalar'],
    returns: 'vector',
    experimental: true,
    since: '3.0',
  },
  end: { args: [], returns: 'scalar', experimental: true, since: '3.12' },
  exp: { args: ['vector'], returns: 'vector', since: '2.0' },
  first_over_time: { args: ['matrix'], returns: 'vector', since: '3.7' },
  floor: { args: ['vector'], returns: 'vector', since: '2.0' },
  histogram_avg: { args: ['vector'], returns: 'vector', since: '2.51' },
  histogram_count: { args: ['vector'], returns: 'vector', since: '2.40' },
  histogram_fraction: { args: ['scalar', 'scalar', 'vector'], returns: 'vector', since: '2.40' },
  histogram_quantile: { args: ['scalar', 'vector'], returns: 'vector', since: '2.0' },
  histogram_quantiles: {
    args: ['vector', 'string', 'scalar', 'scalar'],
    min: 3,
    max: 12,
    returns: 'vector',
    experimental: true,
    since: '3.11',
  },
  histogram_stddev: { args: ['vector'], returns: 'vector', since: '2.47' },
  histogram_stdvar: { args: ['vector'], returns: 'vector', since: '2.47' },
  histogram_sum: { args: ['vector'], returns: 'vector', since: '2.40' },
  hour: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  idelta: { args: ['matrix'], returns: 'vector', since: '2.0' },
  increase: { args: ['matrix'], returns: 'vector', since: '2.0' },
  info: {
    args: ['vector', 'vector'],
    min: 1,
    returns: 'vector',
    experimental: true,
    since: '2.55',
  },
  irate: { args: ['matrix'], returns: 'vector', since: '2.0' },
  label_join: {
    args: ['vector', 'string', 'string', 'string'],
    min: 3,
    max: Infinity,
    returns: 'vector',
    since: '2.0',
  },
  label_replace: {
    args: ['vector', 'string', 'string', 'string', 'string'],
    returns: 'vector',
    since: '2.0',
  },
  last_over_time: { args: ['matrix'], returns: 'vector', since: '2.26' },
  ln: { args: ['vector'], returns: 'vector', since: '2.0' },
  log10: { args: ['vector'], returns: 'vector', since: '2.0' },
  log2: { args: ['vector'], returns: 'vector', since: '2.0' },
  mad_over_time: { args: ['matrix'], returns: 'vector', experimental: true, since: '2.49' },
  max_of: { args: ['scalar', 'scalar'], returns: 'scalar', experimental: true, since: '3.13' },
  max_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  min_of: { args: ['scalar', 'scalar'], returns: 'scalar', experimental: true, since: '3.13' },
  min_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  minute: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  month: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
  pi: { args: [], returns: 'scalar', since: '2.31' },
  predict_linear: { args: ['matrix', 'scalar'], returns: 'vector', since: '2.0' },
  present_over_time: { args: ['matrix'], returns: 'vector', since: '2.29' },
  quantile_over_time: { args: ['scalar', 'matrix'], returns: 'vector', since: '2.0' },
  rad: { args: ['vector'], returns: 'vector', since: '2.31' },
  range: { args: [], returns: 'scalar', experimental: true, since: '3.12' },
  rate: { args: ['matrix'], returns: 'vector', since: '2.0' },
  resets: { args: ['matrix'], returns: 'vector', since: '2.0' },
  round: { args: ['vector', 'scalar'], min: 1, returns: 'vector', since: '2.0' },
  scalar: { args: ['vector'], returns: 'scalar', since: '2.0' },
  sgn: { args: ['vector'], returns: 'vector', since: '2.26' },
  sin: { args: ['vector'], returns: 'vector', since: '2.31' },
  sinh: { args: ['vector'], returns: 'vector', since: '2.31' },
  sort: { args: ['vector'], returns: 'vector', since: '2.0' },
  sort_by_label: {
    args: ['vector', 'string'],
    min: 1,
    max: Infinity,
    returns: 'vector',
    experimental: true,
    since: '2.49',
  },
  sort_by_label_desc: {
    args: ['vector', 'string'],
    min: 1,
    max: Infinity,
    returns: 'vector',
    experimental: true,
    since: '2.49',
  },
  sort_desc: { args: ['vector'], returns: 'vector', since: '2.0' },
  sqrt: { args: ['vector'], returns: 'vector', since: '2.0' },
  start: { args: [], returns: 'scalar', experimental: true, since: '3.12' },
  start_timestamp: { args: ['vector'], returns: 'vector', experimental: true, since: '3.14' },
  stddev_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  stdvar_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  step: { args: [], returns: 'scalar', experimental: true, since: '3.12' },
  sum_over_time: { args: ['matrix'], returns: 'vector', since: '2.0' },
  tan: { args: ['vector'], returns: 'vector', since: '2.31' },
  tanh: { args: ['vector'], returns: 'vector', since: '2.31' },
  time: { args: [], returns: 'scalar', since: '2.0' },
  timestamp: { args: ['vector'], returns: 'vector', since: '2.0' },
  ts_of_first_over_time: { args: ['matrix'], returns: 'vector', experimental: true, since: '3.7' },
  ts_of_last_over_time: { args: ['matrix'], returns: 'vector', experimental: true, since: '3.5' },
  ts_of_max_over_time: { args: ['matrix'], returns: 'vector', experimental: true, since: '3.5' },
  ts_of_min_over_time: { args: ['matrix'], returns: 'vector', experimental: true, since: '3.5' },
  vector: { args: ['scalar'], returns: 'vector', since: '2.0' },
  year: { args: ['vector'], min: 0, returns: 'vector', since: '2.0' },
};

export const AGGREGATES: Readonly<Record<AggregateOp, AggregateSpec>> = {
  sum: { since: '2.0' },
  avg: { since: '2.0' },
  min: { since: '2.0' },
  max: { since: '2.0' },
  count: { since: '2.0' },
  group: { since: '2.20' },
  stddev: { since: '2.0' },
  stdvar: { since: '2.0' },
  topk: { param: 'scalar', since: '2.0' },
  bottomk: { param: 'scalar', since: '2.0' },
  quantile: { param: 'scalar', since: '2.0' },
  count_values: { param: 'string', since: '2.0' },
  limitk: { param: 'scalar', experimental: true, since: '2.54' },
  limit_ratio: { param: 'scalar', experimental: true, since: '2.54' },
};
