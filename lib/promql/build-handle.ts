import type { Metric } from '../catalog/index.ts';
import type { Selector } from './ast.ts';
import { aggregate, binary, call, literal, shifted, window } from './build-node.ts';
import { scalar, vec, Vector } from './build-vec.ts';
import type { AnyHandle, Gauge, HistogramOptions } from './handles.ts';
import type { Query } from './labelled.ts';
import { leMatch } from './le-match.ts';
import { RATE_INTERVAL, type Shift, type TimeRange } from './time-range.ts';
import type { Scalar, Vec } from './vec.ts';
import { type AnyWhere, type QueryVariable, toMatchers } from './where.ts';

/** The handle of a metric: what `m.<name>` is. */
export function handleOf(metric: Metric, selector: Selector): AnyHandle {
  switch (metric.kind) {
    case 'counter':
      return new CounterHandle(selector);
    case 'gauge':
      return new GaugeHandle(selector, 'gauge');
    case 'info':
      return new GaugeHandle(selector, 'info');
    case 'histogram':
      return new HistogramHandle(selector, metric);
    case 'summary':
      return new SummaryHandle(selector);
  }
}

/**
 * The handle of a series that a rule records, where the rule itself is not at hand: see `record`.
 *
 * @example
 * seriesOf<'job'>('job:requests:rate5m').gt(100) // job:requests:rate5m > 100
 */
export function seriesOf<L extends string = string>(name: string): Gauge<{ [K in L]: string }> {
  const handle: unknown = new GaugeHandle({ kind: 'selector', name, matchers: [] }, 'gauge');
  return handle as Gauge<{ [K in L]: string }>;
}

/** `selector` with more matchers; a label that is matched already is matched anew, in its place. */
function narrowed(selector: Selector, where: AnyWhere): Selector {
  const added = toMatchers(where);
  const labels = selector.matchers.map(({ label }) => label);
  const kept = selector.matchers.flatMap((matcher, index) => {
    const anew = added.filter(({ label }) => label === matcher.label);
    if (anew.length === 0) return [matcher];
    return labels.indexOf(matcher.label) === index ? anew : [];
  });
  const fresh = added.filter(({ label }) => !labels.includes(label));
  return { ...selector, matchers: [...kept, ...fresh] };
}

function suffixed(selector: Selector, suffix: string): Selector {
  return { ...selector, name: `${selector.name}${suffix}` };
}

class CounterHandle implements AnyHandle {
  readonly metricKind = 'counter';
  readonly selector: Selector;

  constructor(selector: Selector) {
    this.selector = selector;
  }

  where(matchers: AnyWhere) {
    return new CounterHandle(narrowed(this.selector, matchers));
  }

  offset(range: Shift) {
    return new CounterHandle(shifted(this.selector, range));
  }

  rate(range: TimeRange = RATE_INTERVAL) {
    return vec(call('rate', window(this.selector, range)));
  }

  irate(range: TimeRange = RATE_INTERVAL) {
    return vec(call('irate', window(this.selector, range)));
  }

  increase(range: TimeRange = RATE_INTERVAL) {
    return vec(call('increase', window(this.selector, range)));
  }

  resets(range: TimeRange = RATE_INTERVAL) {
    return vec(call('resets', window(this.selector, range)));
  }

  raw() {
    return vec(this.selector);
  }

  count() {
    return vec(aggregate('count', this.selector, []));
  }

  countBy(...by: string[]) {
    return vec(aggregate('count', this.selector, by));
  }

  absent() {
    return vec(call('absent', this.selector));
  }

  absentOverTime(range: TimeRange) {
    return vec(call('absent_over_time', window(this.selector, range)));
  }
}

class GaugeHandle extends Vector implements AnyHandle {
  readonly metricKind: 'gauge' | 'info';
  readonly selector: Selector;

  constructor(selector: Selector, metricKind: 'gauge' | 'info') {
    super(selector);
    this.selector = selector;
    this.metricKind = metricKind;
  }

  where(matchers: AnyWhere) {
    return new GaugeHandle(narrowed(this.selector, matchers), this.metricKind);
  }

  offset(range: Shift) {
    return new GaugeHandle(shifted(this.selector, range), this.metricKind);
  }

  delta(range: TimeRange = RATE_INTERVAL) {
    return vec(call('delta', window(this.selector, range)));
  }

  idelta(range: TimeRange = RATE_INTERVAL) {
    return vec(call('idelta', window(this.selector, range)));
  }

  deriv(range: TimeRange = RATE_INTERVAL) {
    return vec(call('deriv', window(this.selector, range)));
  }

  changes(range: TimeRange = RATE_INTERVAL) {
    return vec(call('changes', window(this.selector, range)));
  }

  predictLinear(range: TimeRange, seconds: number | Query) {
    const ahead = typeof seconds === 'number' ? seconds : seconds.node;
    return vec(call('predict_linear', window(this.selector, range), ahead));
  }

  absent() {
    return vec(call('absent', this.selector));
  }

  absentOverTime(range: TimeRange) {
    return vec(call('absent_over_time', window(this.selector, range)));
  }
}

class HistogramHandle implements AnyHandle {
  readonly metricKind = 'histogram';
  readonly selector: Selector;
  readonly #metric: Metric;

  constructor(selector: Selector, metric: Metric) {
    this.selector = selector;
    this.#metric = metric;
  }

  where(matchers: AnyWhere) {
    return new HistogramHandle(narrowed(this.selector, matchers), this.#metric);
  }

  offset(range: Shift) {
    return new HistogramHandle(shifted(this.selector, range), this.#metric);
  }

  get bucket() {
    return new CounterHandle(suffixed(this.selector, '_bucket'));
  }

  get count() {
    return new CounterHandle(suffixed(this.selector, '_count'));
  }

  get sum() {
    return new CounterHandle(suffixed(this.selector, '_sum'));
  }

  quantile(q: number | Scalar, { by = [], range = RATE_INTERVAL }: HistogramOptions<string> = {}) {
    const buckets = this.#metric.native
      ? aggregate('sum', call('rate', window(this.selector, range)), by)
      : aggregate('sum', this.bucket.rate(range).node, ['le', ...by]);
    return vec(call('histogram_quantile', typeof q === 'number' ? q : q.node, buckets));
  }

  mean({ by = [], range = RATE_INTERVAL }: HistogramOptions<string> = {}) {
    if (!this.#metric.native) return meanOf(this, by, range);
    return vec(
      call('histogram_avg', aggregate('sum', call('rate', window(this.selector, range)), by)),
    );
  }

  share(bound: number, { by = [], range = RATE_INTERVAL }: HistogramOptions<string> = {}) {
    if (this.#metric.native) {
      const rate = aggregate('sum', call('rate', window(this.selector, range)), by);
      return vec(call('histogram_fraction', literal(-Infinity), bound, rate));
    }
    const below = this.bucket.where({ le: leMatch(bound) });
    return ratio(below.rate(range), this.count.rate(range), by);
  }

  heatmap(range: TimeRange = RATE_INTERVAL) {
    return vec(aggregate('sum', this.bucket.increase(range).node, ['le']));
  }
}

class SummaryHandle implements AnyHandle {
  readonly metricKind = 'summary';
  readonly selector: Selector;

  constructor(selector: Selector) {
    this.selector = selector;
  }

  where(matchers: AnyWhere) {
    return new SummaryHandle(narrowed(this.selector, matchers));
  }

  offset(range: Shift) {
    return new SummaryHandle(shifted(this.selector, range));
  }

  get count() {
    return new CounterHandle(suffixed(this.selector, '_count'));
  }

  get sum() {
    return new CounterHandle(suffixed(this.selector, '_sum'));
  }

  quantile(q: number) {
    return new GaugeHandle(narrowed(this.selector, { quantile: String(q) }), 'gauge');
  }

  mean({ by = [], range = RATE_INTERVAL }: HistogramOptions<string> = {}) {
    return meanOf(this, by, range);
  }
}

function meanOf(
  of: { readonly sum: CounterHandle; readonly count: CounterHandle },
  by: readonly string[],
  range: TimeRange,
) {
  return ratio(of.sum.rate(range), of.count.rate(range), by);
}

/** Without a whole there is no share: `> 0` drops what would be 0/0. */
function ratio(part: Query, whole: Query, by: readonly string[]) {
  const side = (of: Query) => vec(aggregate('sum', of.node, by));
  return vec(binary('/', side(part), side(whole).gt(0)));
}

/**
 * A number, or a dashboard's variable that holds one, where an expression begins with it.
 *
 * @example
 * number(1).sub(m.node_cpu_seconds_total.where({ mode: 'idle' }).rate().avgBy('instance'))
 * // 1 - avg by (instance) (rate(node_cpu_seconds_total{mode="idle"}[$__rate_interval]))
 */
export function number(value: number | QueryVariable): Scalar {
  if (typeof value === 'number') return scalar(literal(value));
  const { name } = value;
  return scalar({ kind: 'variable', variable: { name, text: `$${name}` } });
}

/** `time()`: seconds since 1970 at the evaluated moment. */
export function time(): Scalar {
  return scalar(call('time'));
}

/** `vector(n)`: one sample without labels, at every moment. */
export function vector(n: number): Vec<never> {
  return vec(call('vector', n));
}
