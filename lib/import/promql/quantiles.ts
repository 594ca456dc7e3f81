import type { Call, Expr } from '../../promql/index.ts';
import { quoted } from '../source/index.ts';
import { type Built, method, objectOf, type Operand, unwrapped } from './built.ts';
import { carries, labelSet, without } from './label-set.ts';
import { windowOf } from './ranges.ts';
import { handleOf } from './selectors.ts';
import { refuse, type Translation } from './translation.ts';

/** `histogram_quantile(…)`: of a metric where it has the usual form, else of any vector of buckets. */
export function quantileOf(node: Call, t: Translation): Operand {
  const [parameter, buckets] = node.args;
  if (parameter === undefined || buckets === undefined) return refuse('`histogram_quantile()`');
  const q = t.expr(parameter);
  if (q.type === 'vector') return refuse('a quantile that is a vector');
  return usual(q, unwrapped(buckets), t) ?? ofVector(q, buckets, t);
}

function ofVector(q: Built, buckets: Expr, t: Translation): Operand {
  const of = t.expr(buckets);
  if (of.type !== 'vector') return refuse('`histogram_quantile()` of a scalar');
  if (!carries(of.labels, ['le'])) return refuse('`histogram_quantile()` without `le`');
  return {
    ...method(of, 'histogramQuantile', [q]),
    type: 'vector',
    labels: without(of.labels, ['le']),
  };
}

/** `sum by (le, …) (rate(x_bucket[…]))`, as `Histogram.quantile` makes it. */
function usual(q: Built, buckets: Expr, t: Translation): Operand | undefined {
  if (buckets.kind !== 'aggregate' || buckets.op !== 'sum') return undefined;
  const { grouping } = buckets;
  const rate = unwrapped(buckets.of);
  const [le, ...by] = grouping?.labels ?? [];
  if (grouping?.kind !== 'by' || le !== 'le' || rate.kind !== 'call' || rate.func !== 'rate') {
    return undefined;
  }
  const [matrix] = rate.args;
  if (matrix?.kind !== 'matrix' || matrix.edge !== undefined) return undefined;
  const name = matrix.of.name ?? '';
  if (!name.endsWith('_bucket')) return undefined;
  const whole = { ...matrix.of, name: name.slice(0, -'_bucket'.length) };
  if (t.handles.find(whole.name)?.kind !== 'histogram') return undefined;
  if (whole.matchers.some(({ label }) => label === 'le')) return undefined;
  const handle = handleOf(whole, t);
  if (!carries(labelSet(Object.keys(handle.labels)), by) && !handle.open) return undefined;
  const options = [
    ...(by.length === 0 ? [] : [entry('by', list(by))]),
    ...windowOf(matrix.range, t).map((range) => entry('range', range)),
  ];
  const args = options.length === 0 ? [q] : [q, objectOf(options)];
  return { ...method(handle, 'quantile', args), type: 'vector', labels: labelSet(by) };
}

function list(texts: readonly string[]): Built {
  return { code: `[${texts.map(quoted).join(', ')}]`, value: texts };
}

function entry(name: string, value: Built): readonly [string, Built] {
  return [name, value];
}
