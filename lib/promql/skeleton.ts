import { unreachable } from '../diagnostics/index.ts';
import type { Aggregate, Binary, Expr } from './ast.ts';
import { valueType } from './value-types.ts';

/**
 * The shape of a tree without its names and values; a modifier does not show. Two readers of PromQL agree on an
 * expression when its skeletons are equal.
 *
 * @example
 * skeleton(parse('sum(rate(x[5m])) by (job) > 2').expr) // B(>,A(sum byjob:C(rate:M(V))),N)
 */
export function skeleton(expr: Expr): string {
  switch (expr.kind) {
    case 'number':
    case 'variable':
      return 'N';
    case 'string':
      return 'S';
    case 'selector':
      return 'V';
    case 'matrix':
      return 'M(V)';
    case 'subquery':
      return `Q(${skeleton(expr.of)})`;
    case 'unary':
      return `U(${expr.op},${skeleton(expr.of)})`;
    case 'paren':
      return `P(${skeleton(expr.of)})`;
    case 'binary':
      return `B(${expr.op}${modifiers(expr)},${skeleton(expr.left)},${skeleton(expr.right)})`;
    case 'call':
      return `C(${expr.func}:${expr.args.map(skeleton).join(',')})`;
    case 'aggregate':
      return `A(${expr.op}${grouping(expr)}:${expr.param ? `${skeleton(expr.param)},` : ''}${skeleton(expr.of)})`;
    default:
      return unreachable(expr, 'promql/skeleton');
  }
}

/** Matching shows only where it does something: between vectors, and not as an empty `ignoring ()`. */
function modifiers({ bool, matching, left, right }: Binary): string {
  const text = bool ? ' bool' : '';
  if (matching === undefined || valueType(left) !== 'vector' || valueType(right) !== 'vector') {
    return text;
  }
  const { kind, labels, group } = matching;
  const on = kind === 'on' || labels.length > 0 ? ` ${kind}${labels.join(',')}` : '';
  const side = group === undefined ? '' : ` g${group.side.charAt(0)}${group.include.join(',')}`;
  return text + on + side;
}

function grouping({ grouping: clause }: Aggregate): string {
  return clause === undefined ? '' : ` ${clause.kind}${clause.labels.join(',')}`;
}
