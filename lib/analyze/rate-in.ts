import type { Call, Expr } from '../promql/index.ts';
import { unparenthesized } from './unparenthesized.ts';

/** The rate or increase of a selector that an expression is, or adds up. */
export function rateIn(expr: Expr): Call | undefined {
  const node = unparenthesized(expr);
  if (node.kind === 'aggregate') return SUMS.has(node.op) ? rateIn(node.of) : undefined;
  if (node.kind !== 'call' || !RATES.has(node.func)) return undefined;
  return node.args[0]?.kind === 'matrix' ? node : undefined;
}

const SUMS: ReadonlySet<string> = new Set(['sum', 'max', 'min', 'avg']);
const RATES: ReadonlySet<string> = new Set(['rate', 'increase', 'irate']);
