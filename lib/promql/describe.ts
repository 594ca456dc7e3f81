import { unreachable } from '../diagnostics/index.ts';
import type { Expr } from './ast.ts';
import type { ValueType } from './functions.ts';

/** The words Prometheus uses for a type. */
export const TYPE_NAME = {
  scalar: 'scalar',
  vector: 'instant vector',
  matrix: 'range vector',
  string: 'string',
} as const satisfies Record<ValueType, string>;

/** As `TYPE_NAME`, with its article. */
export function aType(type: ValueType): string {
  return `${type === 'vector' ? 'an' : 'a'} ${TYPE_NAME[type]}`;
}

/** A short name of an expression in backticks, for a message. */
export function describe(expr: Expr): string {
  return `\`${name(expr)}\``;
}

function name(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
      return expr.text ?? String(expr.value);
    case 'string':
      return `"${expr.value}"`;
    case 'variable':
      return expr.variable.text;
    case 'selector':
      return expr.name ?? '{…}';
    case 'matrix':
      return `${name(expr.of)}[…]`;
    case 'subquery':
      return `${name(expr.of)}[…:]`;
    case 'unary':
      return `${expr.op}${name(expr.of)}`;
    case 'paren':
      return `(${name(expr.of)})`;
    case 'binary':
      return `… ${expr.op} …`;
    case 'call':
      return `${expr.func}()`;
    case 'aggregate':
      return expr.op;
    default:
      return unreachable(expr, 'promql/describe');
  }
}
