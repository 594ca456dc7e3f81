import { unreachable } from '../diagnostics/index.ts';
import type { Expr } from './ast.ts';

/** The nodes directly below, in the order of the text. */
export function children(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'number':
    case 'string':
    case 'variable':
    case 'selector':
      return [];
    case 'matrix':
    case 'subquery':
    case 'unary':
    case 'paren':
      return [expr.of];
    case 'binary':
      return [expr.left, expr.right];
    case 'call':
      return expr.args;
    case 'aggregate':
      return expr.param === undefined ? [expr.of] : [expr.param, expr.of];
    default:
      return unreachable(expr, 'promql/children');
  }
}

/** The node and everything below it, a parent before its children. */
export function walk(expr: Expr): readonly Expr[] {
  // A list and no generator: it is asked for dozens of times an expression, and generators in generators cost ten times
  // as much.
  const found: Expr[] = [];
  collect(expr, found);
  return found;
}

function collect(expr: Expr, into: Expr[]): void {
  into.push(expr);
  for (const child of children(expr)) collect(child, into);
}
