import type { Expr } from '../promql/index.ts';

/** The expression without parentheses around it. */
export function unparenthesized(expr: Expr): Expr {
  return expr.kind === 'paren' ? unparenthesized(expr.of) : expr;
}
