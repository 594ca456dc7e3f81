import type { Expr } from './ast.ts';
import { print } from './printer.ts';

/**
 * The expression as text, without what is spelling only: parentheses that the tree does not need, how a number is
 * written. Two expressions with the same text are the same tree.
 *
 * @example
 * canonicalText(parse('(a) + 0x10').expr) // 'a + 16'
 */
export function canonicalText(expr: Expr): string {
  return print(plain(expr));
}

function plain(expr: Expr): Expr {
  switch (expr.kind) {
    case 'paren':
      return plain(expr.of);
    case 'number':
      return { kind: 'number', value: expr.value };
    case 'unary':
    case 'subquery':
      return { ...expr, of: plain(expr.of) };
    case 'binary':
      return { ...expr, left: plain(expr.left), right: plain(expr.right) };
    case 'call':
      return { ...expr, args: expr.args.map(plain) };
    case 'aggregate': {
      const { of, param } = expr;
      return { ...expr, of: plain(of), ...(param === undefined ? {} : { param: plain(param) }) };
    }
    case 'string':
    case 'variable':
    case 'selector':
    case 'matrix':
      return expr;
  }
}
