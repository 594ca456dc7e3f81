import { type Call, type Expr, walk } from '../promql/index.ts';

/** All calls of one function in an expression. */
export function callsOf(expr: Expr, func: string): Call[] {
  return [...walk(expr)].filter((node) => node.kind === 'call' && node.func === func) as Call[];
}
