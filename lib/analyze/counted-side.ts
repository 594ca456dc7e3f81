import type { Expr } from '../promql/index.ts';
import type { FactOf } from './analysis.ts';
import { unparenthesized } from './unparenthesized.ts';

/** The side of a comparison that counts series or samples, and therefore is never 0. */
export function countedSide({ node }: FactOf<'comparison-constant'>): string | undefined {
  return counted(unparenthesized(node.left)) ?? counted(unparenthesized(node.right));
}

function counted(expr: Expr): string | undefined {
  if (expr.kind === 'aggregate' && expr.op === 'count') return expr.op;
  return expr.kind === 'call' && expr.func === 'count_over_time' ? expr.func : undefined;
}
