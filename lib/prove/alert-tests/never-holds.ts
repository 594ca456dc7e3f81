import type { Metric } from '../../catalog/index.ts';
import { type Expr, walk } from '../../promql/index.ts';
import { comparisonOf } from './conditions.ts';
import { metricsOf } from './metrics-of.ts';

/** `histogram_quantile(…) > x` with an `x` from the last declared bucket on: no quantile is above it. */
export function neverHolds(expr: Expr, metrics: readonly Metric[]): boolean {
  if (expr.kind !== 'binary') return false;
  const comparison = comparisonOf(expr);
  if (typeof comparison === 'string') return false;
  const { value, op, threshold } = comparison;
  if (value.kind !== 'call' || value.func !== 'histogram_quantile') return false;
  const found = walk(value)
    .filter((node) => node.kind === 'selector')
    .map((selector) => metricsOf(selector, metrics));
  if (found.length !== 1 || found[0] === undefined || found[0].length === 0) return false;
  const last = Math.max(...found[0].map(({ buckets }) => buckets?.at(-1) ?? Infinity));
  return (op === '>' && threshold >= last) || (op === '>=' && threshold > last);
}
