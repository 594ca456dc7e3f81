import type { System } from '../model/index.ts';
import { type Expr, type Selector, walk } from '../promql/index.ts';
import { declaredMetrics } from './declared-metrics.ts';

/**
 * The metrics of an expression that returns nothing while they have no series, which their declarations allow.
 * `undefined` where it has a fallback, or reads a metric that is always there.
 */
export function optionalMetrics(expr: Expr, system: System): readonly string[] | undefined {
  const nodes = walk(expr);
  // What is there because something is missing needs no fallback.
  if (nodes.some((n) => (n.kind === 'binary' && n.op === 'or') || isAbsence(n))) return undefined;
  const selectors = nodes.filter((n): n is Selector => n.kind === 'selector');
  const areOptional = selectors.every((selector) => {
    const metrics = declaredMetrics(system, selector);
    return metrics.length > 0 && metrics.every(({ optional }) => optional === true);
  });
  if (!areOptional || selectors.length === 0) return undefined;
  return [...new Set(selectors.flatMap(({ name }) => name ?? []))];
}

function isAbsence(node: Expr): boolean {
  return node.kind === 'call' && node.func.startsWith('absent');
}
