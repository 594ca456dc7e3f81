import type {
  Aggregate,
  AggregateOp,
  Binary,
  BinaryOp,
  Call,
  Expr,
  Matrix,
  Selector,
  Subquery,
} from './ast.ts';
import type { Query } from './labelled.ts';
import type { AnyMatch } from './matching.ts';
import { type Shift, type TimeRange, toOffset, toRange } from './time-range.ts';

/** `func(args)`. */
export function call(func: string, ...args: readonly (Expr | number | string)[]): Call {
  return { kind: 'call', func, args: args.map(literal) };
}

/** A number or string as a node; nodes pass through. */
export function literal(value: Expr | number | string): Expr {
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'string' ? { kind: 'string', value } : value;
}

/** `of[range]` for a selector without a step, else the subquery `of[range:step]`. */
export function window(of: Expr, range: TimeRange, step?: TimeRange): Matrix | Subquery {
  if (of.kind === 'selector' && step === undefined) {
    return { kind: 'matrix', of, range: toRange(range) };
  }
  const subquery: Subquery = { kind: 'subquery', of, range: toRange(range) };
  return step === undefined ? subquery : { ...subquery, step: toRange(step) };
}

/** The selector with its own time shift. */
export function shifted(selector: Selector, by: Shift): Selector {
  return { ...selector, offset: toOffset(by) };
}

/** `op by (labels) (of)`; without labels there is no clause. */
export function aggregate(
  op: AggregateOp,
  of: Expr,
  by: readonly string[],
  param?: Expr,
): Aggregate {
  return {
    kind: 'aggregate',
    op,
    of,
    ...(param === undefined ? {} : { param }),
    ...(by.length === 0 ? {} : { grouping: { kind: 'by', labels: by } }),
  };
}

/** `left op right`, with the matching of vectors where one is given. */
export function binary(op: BinaryOp, left: Query, right: number | Query, match?: AnyMatch): Binary {
  const node: Binary = {
    kind: 'binary',
    op,
    left: left.node,
    right: typeof right === 'number' ? literal(right) : right.node,
  };
  return match === undefined ? node : { ...node, matching: match.matching };
}
