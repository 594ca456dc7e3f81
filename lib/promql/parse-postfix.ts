import type { At, Expr, Matrix, Modifiers, Range, Selector, Subquery } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseAt, parseOffset, parseRange } from './parse-range.ts';

/** What follows an operand and binds tighter than every operator: `[range]`, `[range:step]`, `offset`, `@`, `anchored`, `smoothed`. */
export function parsePostfix(cursor: Cursor, operand: Expr, start: number): Expr {
  let expr = operand;
  for (;;) {
    switch (cursor.kind) {
      case '[':
        if (!cursor.grow()) return expr;
        expr = parseBrackets(cursor, expr, start);
        break;
      case 'offset':
        expr = applyOffset(cursor, expr, start);
        break;
      case '@':
        expr = applyAt(cursor, expr, start);
        break;
      case 'anchored':
      case 'smoothed':
        expr = applyEdge(cursor, expr, start);
        break;
      default:
        return expr;
    }
  }
}

/** What `offset` and `@` apply to. */
type Movable = Selector | Matrix | Subquery;

function parseBrackets(cursor: Cursor, of: Expr, start: number): Expr {
  const open = cursor.next();
  const range = parseRange(cursor);
  const colon = range === undefined ? undefined : cursor.accept(':');
  const step = colon === undefined || cursor.kind === ']' ? undefined : parseRange(cursor);
  if (range === undefined || cursor.kind !== ']') {
    cursor.unexpected(colon === undefined && range !== undefined ? '`:` or `]`' : '`]`');
    cursor.skipTo(']');
  }
  cursor.accept(']');
  if (range === undefined) return of;
  const span = cursor.spanFrom(start);
  if (colon !== undefined) {
    return { kind: 'subquery', of, range, ...(step !== undefined && { step }), span };
  }
  const problem = rangeProblem(of);
  if (problem !== undefined)
    cursor.report(problem.message, cursor.spanFrom(open.start), problem.hint);
  if (of.kind !== 'selector') return of;
  const { edge, ...selector } = of;
  return { kind: 'matrix', of: selector, range, ...(edge !== undefined && { edge }), span };
}

function rangeProblem(of: Expr): { message: string; hint?: string } | undefined {
  if (of.kind !== 'selector') {
    const message = 'a range needs a plain selector before it';
    return { message, hint: 'make it a subquery: `[5m:]`' };
  }
  if (of.offset !== undefined) return { message: 'the range has to stand before the `offset`' };
  return of.at === undefined ? undefined : { message: 'the range has to stand before the `@`' };
}

function applyOffset(cursor: Cursor, expr: Expr, start: number): Expr {
  const keyword = cursor.next();
  const offset = parseOffset(cursor);
  const span = cursor.spanFrom(keyword.start);
  if (offset === undefined) return expr;
  if (!isMovable(expr)) {
    cursor.report('`offset` needs a selector or a subquery before it', span, MOVE_HINT);
    return expr;
  }
  if (modifiersOf(expr).offset !== undefined) {
    cursor.report('`offset` is given twice', span);
    return expr;
  }
  if (offset.kind === 'duration' && offset.milliseconds === 0) return spanned(cursor, expr, start);
  return move(cursor, expr, { offset }, start);
}

const MOVE_HINT = 'write it directly after the selector: `rate(x[5m] offset 1h)`';

function applyAt(cursor: Cursor, expr: Expr, start: number): Expr {
  const sign = cursor.next();
  const at = parseAt(cursor);
  const span = cursor.spanFrom(sign.start);
  if (at === undefined) return expr;
  if (!isMovable(expr)) {
    cursor.report('`@` needs a selector or a subquery before it', span, MOVE_HINT);
    return expr;
  }
  if (modifiersOf(expr).at !== undefined) {
    cursor.report('`@` is given twice', span);
    return expr;
  }
  return move(cursor, expr, { at }, start);
}

function applyEdge(cursor: Cursor, expr: Expr, start: number): Expr {
  const token = cursor.next();
  const edge = token.kind === 'anchored' ? 'anchored' : 'smoothed';
  cursor.reportExperimental(`\`${edge}\``, 'promql-extended-range-selectors', token);
  if (expr.kind !== 'selector' && expr.kind !== 'matrix') {
    cursor.report(`\`${edge}\` needs a selector before it`, token);
    return expr;
  }
  if (expr.edge !== undefined && expr.edge !== edge) {
    cursor.report('`anchored` and `smoothed` exclude each other', token);
    return expr;
  }
  return { ...expr, edge, span: cursor.spanFrom(start) };
}

function isMovable(expr: Expr): expr is Movable {
  return expr.kind === 'selector' || expr.kind === 'matrix' || expr.kind === 'subquery';
}

function modifiersOf(expr: Movable): Modifiers {
  return expr.kind === 'matrix' ? expr.of : expr;
}

function move(
  cursor: Cursor,
  expr: Movable,
  change: { readonly offset: Range } | { readonly at: At },
  start: number,
): Movable {
  const span = cursor.spanFrom(start);
  if (expr.kind === 'matrix') return { ...expr, of: { ...expr.of, ...change }, span };
  return { ...expr, ...change, span };
}

function spanned(cursor: Cursor, expr: Movable, start: number): Movable {
  return { ...expr, span: cursor.spanFrom(start) };
}
