import {
  type Aggregate,
  type Call,
  type Expr,
  type Matrix,
  type Range,
  regexMatches,
  type Selector,
  type Subquery,
} from '../../../promql/index.ts';
import { aggregated } from './evaluate-aggregate.ts';
import { combined } from './evaluate-binary.ts';
import { relabelled, SIMPLE } from './evaluate-functions.ts';
import { histogramQuantile } from './evaluate-histogram.ts';
import {
  pick,
  type Sample,
  signature,
  type SteadySeries,
  unsteady,
  type Value,
  valueAt,
} from './steady-world.ts';

/**
 * What Prometheus returns for an expression over series that are straight lines.
 *
 * @param seconds since the start of the series; windows have to be full
 * @throws Unsteady where that depends on when samples are taken, or is not known here
 */
export function evaluate(expr: Expr, world: readonly SteadySeries[], seconds: number): Value {
  const of = (inner: Expr, at = seconds) => evaluate(inner, world, at);
  switch (expr.kind) {
    case 'paren':
      return of(expr.of);
    case 'number':
      return { kind: 'scalar', value: expr.value };
    case 'selector':
      return vector(
        selected(expr, world).map((series) => ({
          labels: { ...series.labels, __name__: series.name },
          value: valueAt(series, seconds - shift(expr)),
        })),
      );
    case 'unary': {
      const inner = of(expr.of);
      if (expr.op === '+') return inner;
      return inner.kind === 'scalar'
        ? { kind: 'scalar', value: -inner.value }
        : vector(
            inner.samples.map(({ labels, value }) => ({ labels: nameless(labels), value: -value })),
          );
    }
    case 'binary':
      return combined(expr, of(expr.left), of(expr.right));
    case 'aggregate':
      return aggregate(expr, of);
    case 'call':
      return call(expr, world, seconds);
    default:
      return unsteady('an expression that is no vector');
  }
}

function aggregate(node: Aggregate, of: (expr: Expr) => Value): Value {
  const inner = of(node.of);
  if (inner.kind === 'scalar') return unsteady('an aggregation of a scalar');
  const param = node.param === undefined ? undefined : of(node.param);
  return vector(
    aggregated(node, inner.samples, param?.kind === 'scalar' ? param.value : undefined),
  );
}

function call(node: Call, world: readonly SteadySeries[], seconds: number): Value {
  const { func, args } = node;
  const [first, second] = args;
  const of = (expr: Expr | undefined) =>
    expr === undefined ? unsteady(`\`${func}()\``) : evaluate(expr, world, seconds);
  const scalarOf = (expr: Expr | undefined) => {
    const value = of(expr);
    return value.kind === 'scalar' ? value.value : unsteady('a vector for a number');
  };
  const samplesOf = (expr: Expr | undefined) => {
    const value = of(expr);
    return value.kind === 'vector' ? value.samples : unsteady('a number for a vector');
  };
  switch (func) {
    case 'time':
      return { kind: 'scalar', value: seconds };
    case 'vector':
      return vector([{ labels: {}, value: scalarOf(first) }]);
    case 'scalar': {
      const samples = samplesOf(first);
      return { kind: 'scalar', value: samples.length === 1 ? (samples[0]?.value ?? NaN) : NaN };
    }
    case 'absent':
      return absent(samplesOf(first).length === 0, first);
    case 'absent_over_time':
      if (first?.kind !== 'matrix') return unsteady('`absent_over_time()` of an expression');
      return absent(selected(first.of, world).length === 0, first.of);
    case 'histogram_quantile':
      return vector(histogramQuantile(scalarOf(first), samplesOf(second)));
    case 'label_replace':
    case 'label_join':
      return vector(relabelled(node, samplesOf(first)));
    case 'sort':
    case 'sort_desc':
      return of(first);
    case 'timestamp':
      return vector(
        samplesOf(first).map(({ labels }) => ({ labels: nameless(labels), value: seconds })),
      );
    case 'predict_linear':
      return overWindow(node, first, world, seconds, scalarOf(second));
    case 'quantile_over_time':
      scalarOf(first);
      return overWindow(node, second, world, seconds, 0);
    default: {
      const simple = SIMPLE[func];
      if (simple === undefined) return overWindow(node, first, world, seconds, 0);
      const numbers = args.slice(1).map(scalarOf);
      return vector(
        samplesOf(first).map(({ labels, value }) => ({
          labels: nameless(labels),
          value: simple(value, ...numbers),
        })),
      );
    }
  }
}

/** Labels that are matched with `=`, once. */
function absent(isEmpty: boolean, of: Expr | undefined): Value {
  if (!isEmpty) return vector([]);
  const matchers = of?.kind === 'selector' ? of.matchers : [];
  const labels = matchers
    .filter(({ label, op }) => op === '=' && matchers.filter((m) => m.label === label).length === 1)
    .map(({ label, value }) => [label, value] as const);
  return vector([{ labels: Object.fromEntries(labels), value: 1 }]);
}

function overWindow(
  { func }: Call,
  window: Expr | undefined,
  world: readonly SteadySeries[],
  seconds: number,
  ahead: number,
): Value {
  if (window?.kind === 'subquery') return overSubquery(func, window, world, seconds);
  if (window?.kind !== 'matrix') return unsteady(`\`${func}()\` is not known here`);
  const keeps = func === 'last_over_time';
  return vector(
    selected(window.of, world).map((series) => ({
      labels: keeps ? { ...series.labels, __name__: series.name } : series.labels,
      value: windowValue(func, series, window, seconds, ahead),
    })),
  );
}

function windowValue(
  func: string,
  series: SteadySeries,
  { of, range }: Matrix,
  seconds: number,
  ahead: number,
): number {
  const { perSecond } = series;
  const now = valueAt(series, seconds - shift(of));
  switch (func) {
    case 'rate':
    case 'irate':
    case 'deriv':
      return perSecond;
    case 'increase':
    case 'delta':
      return perSecond * secondsOf(range);
    case 'predict_linear':
      return now + perSecond * ahead;
    case 'resets':
      return 0;
    case 'last_over_time':
      return now;
    case 'present_over_time':
      return 1;
  }
  if (perSecond !== 0) return unsteady(`\`${func}()\` of a series that moves`);
  return ofConstant(func, now);
}

/** Over a window in which a value stays the same. */
function ofConstant(func: string, value: number): number {
  switch (func) {
    case 'avg_over_time':
    case 'min_over_time':
    case 'max_over_time':
    case 'quantile_over_time':
    case 'last_over_time':
      return value;
    case 'present_over_time':
      return 1;
    case 'changes':
    case 'idelta':
    case 'delta':
    case 'deriv':
    case 'stddev_over_time':
    case 'stdvar_over_time':
      return 0;
    default:
      return unsteady(`\`${func}()\` is not known here`);
  }
}

function overSubquery(
  func: string,
  { of, range, offset, at }: Subquery,
  world: readonly SteadySeries[],
  seconds: number,
): Value {
  if (at !== undefined) return unsteady('`@`');
  const end = seconds - (offset === undefined ? 0 : secondsOf(offset));
  const [now, before] = [end, end - secondsOf(range)].map((time) => evaluate(of, world, time));
  if (now?.kind !== 'vector' || before?.kind !== 'vector')
    return unsteady('a subquery of a scalar');
  const values = ({ samples }: { readonly samples: readonly Sample[] }) =>
    new Map(samples.map(({ labels, value }) => [signature(labels, () => true), value]));
  const [later, earlier] = [values(now), values(before)];
  const isSame =
    later.size === earlier.size && [...later].every(([key, value]) => earlier.get(key) === value);
  if (!isSame) return unsteady('a subquery of what changes');
  return vector(
    now.samples.map(({ labels, value }) => ({
      labels: nameless(labels),
      value: ofConstant(func, value),
    })),
  );
}

function selected(selector: Selector, world: readonly SteadySeries[]): readonly SteadySeries[] {
  const { at, edge } = selector;
  if (at !== undefined || edge !== undefined) return unsteady('`@`');
  let known = selections.get(selector);
  if (known === undefined) selections.set(selector, (known = new WeakMap()));
  const cache = known;
  return world.filter((series) => {
    let isSelected = cache.get(series);
    if (isSelected === undefined) cache.set(series, (isSelected = selects(selector, series)));
    return isSelected;
  });
}

/** The same few series are tried in many worlds. */
const selections = new WeakMap<Selector, WeakMap<SteadySeries, boolean>>();

function selects({ name, matchers }: Selector, series: SteadySeries): boolean {
  return (
    (name === undefined || series.name === name) &&
    matchers.every((matcher) => {
      const value =
        matcher.label === '__name__' ? series.name : (series.labels[matcher.label] ?? '');
      return passes(matcher, value);
    })
  );
}

/** Whether a value of its label passes the matcher; of a label that is not there it is empty. */
export function passes(
  { op, value: wanted }: Pick<Selector['matchers'][number], 'op' | 'value'>,
  value: string,
): boolean {
  switch (op) {
    case '=':
      return value === wanted;
    case '!=':
      return value !== wanted;
    case '=~':
      return regexMatches(wanted, value) === true;
    case '!~':
      return regexMatches(wanted, value) === false;
  }
}

function shift({ offset }: Selector): number {
  return offset === undefined ? 0 : secondsOf(offset);
}

function secondsOf(range: Range): number {
  return range.kind === 'duration'
    ? range.milliseconds / 1000
    : unsteady('a window of unknown length');
}

function vector(samples: readonly Sample[]): Value {
  return { kind: 'vector', samples };
}

function nameless(labels: Sample['labels']): Sample['labels'] {
  return pick(labels, (label) => label !== '__name__');
}
