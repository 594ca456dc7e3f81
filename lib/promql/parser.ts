import type { Binary, Expr, NumberLiteral } from './ast.ts';
import { Cursor } from './cursor.ts';
import { printDuration } from './duration.ts';
import { isAggregateOp, isBinaryOp, isFunctionName, isMetricName, PRECEDENCE } from './keywords.ts';
import { tokenize } from './lexer.ts';
import { parseAggregate, parseCall } from './parse-call.ts';
import { parseModifiers } from './parse-matching.ts';
import { parsePostfix } from './parse-postfix.ts';
import { parseLiteral } from './parse-range.ts';
import { parseSelector } from './parse-selector.ts';
import type { PromqlError } from './promql-error.ts';
import { scanNumber } from './scan-number.ts';
import { unquote } from './string-literal.ts';
import type { Token, TokenKind } from './token.ts';
import { checkTypes } from './value-types.ts';
import { variableAt } from './variables.ts';

export interface ParseOptions {
  /** Whether Grafana variables may stand in the text; `false` for a rule. Default `true`. */
  readonly variables?: boolean;
  /** Whether syntax and functions behind a feature flag of Prometheus 3.14 are accepted. Default `true`. */
  readonly experimental?: boolean;
}

export interface ParseResult {
  /** As much of the tree as could be read; complete when there are no errors. */
  readonly expr?: Expr;
  /** In the order of the text. */
  readonly errors: readonly PromqlError[];
}

/**
 * Reads a PromQL expression of Prometheus 3.14. Never throws. Types are checked once the syntax is right, as Prometheus
 * does it: without errors, Prometheus loads the expression.
 *
 * @example
 * parse('sum(rate(x[5m])) by (job)').expr // { kind: 'aggregate', op: 'sum', … }
 * parse('rate(x)').errors                 // [{ message: '`rate()` needs a range vector, …', … }]
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const { variables = true, experimental = true } = options;
  const { tokens, errors } = tokenize(text, variables);
  const cursor = new Cursor(text, tokens, errors, experimental);
  if (cursor.at('eof')) {
    return {
      errors: [{ message: 'the expression is empty', span: { start: 0, end: text.length } }],
    };
  }
  const expr = parseExpression(cursor, 0);
  if (!cursor.at('eof')) {
    cursor.unexpected(
      expr === undefined ? 'an operand' : 'an operator or the end',
      quoteHint(cursor),
    );
  }
  if (expr === undefined) return { errors: sorted(cursor.errors) };
  if (cursor.errors.length > 0) return { expr, errors: sorted(cursor.errors) };
  return { expr, errors: sorted(checkTypes(expr, { variables })) };
}

function parseExpression(cursor: Cursor, minimum: number): Expr | undefined {
  return cursor.nested(() => {
    const { start } = cursor.token;
    let left = parseUnary(cursor);
    for (;;) {
      const op = cursor.kind;
      if (!isBinaryOp(op) || PRECEDENCE[op] < minimum || !cursor.grow()) return left;
      cursor.next();
      const modifiers = parseModifiers(cursor);
      const right = parseExpression(cursor, op === '^' ? PRECEDENCE[op] : PRECEDENCE[op] + 1);
      left = join(left, right, { op, ...modifiers, span: cursor.spanFrom(start) });
    }
  });
}

/** With one side missing, the other is what remains. */
function join(
  left: Expr | undefined,
  right: Expr | undefined,
  rest: Omit<Binary, 'kind' | 'left' | 'right'>,
): Expr | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return { kind: 'binary', left, right, ...rest };
}

/** A sign binds weaker than `^` and folds into a number. */
function parseUnary(cursor: Cursor): Expr | undefined {
  if (cursor.kind !== '+' && cursor.kind !== '-') return parseOperand(cursor);
  const sign = cursor.next();
  const of = parseExpression(cursor, PRECEDENCE['^']);
  if (of === undefined) return undefined;
  const span = cursor.spanFrom(sign.start);
  const op = sign.kind === '-' ? '-' : '+';
  return of.kind === 'number' ? withSign(of, op, span) : { kind: 'unary', op, of, span };
}

function withSign(
  number: NumberLiteral,
  op: '+' | '-',
  span: NumberLiteral['span'],
): NumberLiteral {
  if (op === '+') return { ...number, ...(span && { span }) };
  const { text, value } = number;
  const flipped = text?.startsWith('-') ? text.slice(1) : `-${text}`;
  return {
    kind: 'number',
    value: -value,
    ...(text !== undefined && { text: flipped }),
    ...(span && { span }),
  };
}

function parseOperand(cursor: Cursor): Expr | undefined {
  const { start } = cursor.token;
  const operand = parsePrimary(cursor);
  return operand && parsePostfix(cursor, operand, start);
}

function parsePrimary(cursor: Cursor): Expr | undefined {
  const { token, kind, ahead } = cursor;
  if (kind === '(') return parseParen(cursor);
  if (kind === 'number' || kind === 'duration') return parseNumberLiteral(cursor);
  if (kind === 'string') {
    cursor.next();
    return { kind, value: unquote(cursor.textOf(token)), span: cursor.spanFrom(token.start) };
  }
  const read = () => parseExpression(cursor, 0);
  const isVariable = kind === 'variable' || kind === 'templated';
  if (ahead === '(' && (isVariable || isFunctionName(kind))) return parseCall(cursor, read);
  if (isAggregateOp(kind) && AFTER_AGGREGATE.has(ahead)) return parseAggregate(cursor, read);
  if (isVariable && isValue(cursor, token, ahead)) return parseVariable(cursor);
  if (kind === '{' || isVariable || isMetricName(kind)) return parseSelector(cursor);
  cursor.unexpected('an operand');
  return undefined;
}

const AFTER_AGGREGATE: ReadonlySet<TokenKind> = new Set<TokenKind>(['(', 'by', 'without']);

/** What can only follow a selector: a variable before it is a metric's name. */
const AFTER_METRIC: ReadonlySet<TokenKind> = new Set<TokenKind>([
  '{',
  '[',
  '@',
  'offset',
  'anchored',
  'smoothed',
]);

/** `$threshold`, or `5$unit`, rather than the name of a metric. */
function isValue(cursor: Cursor, token: Token, ahead: TokenKind): boolean {
  if (token.kind === 'templated') return /^[\d.]/.test(cursor.textOf(token));
  return !AFTER_METRIC.has(ahead);
}

function parseVariable(cursor: Cursor): Expr {
  const token = cursor.next();
  const text = cursor.textOf(token);
  const first = text.search(/[$[]/);
  const { name = '', format } = variableAt(text, first) ?? {};
  const variable = format === undefined ? { name, text } : { name, format, text };
  return { kind: 'variable', variable, span: cursor.spanFrom(token.start) };
}

function parseParen(cursor: Cursor): Expr | undefined {
  const open = cursor.next();
  const of = parseExpression(cursor, 0);
  if (cursor.kind !== ')') {
    cursor.unexpected('`)`');
    cursor.skipTo(')');
  }
  cursor.accept(')');
  return of && { kind: 'paren', of, span: cursor.spanFrom(open.start) };
}

/** A duration and a hexadecimal or octal number keep their spelling, unless it depends on what follows. */
function parseNumberLiteral(cursor: Cursor): NumberLiteral {
  const token = cursor.next();
  const value = parseLiteral(cursor, token);
  const span = cursor.spanFrom(token.start);
  if (token.kind === 'duration') {
    return { kind: 'number', value, text: printDuration(value * 1000), span };
  }
  const text = cursor.textOf(token);
  return /^0(?:x|[0-7_]+$)/i.test(text) && scanNumber(text, 0).ok
    ? { kind: 'number', value, text, span }
    : { kind: 'number', value, span };
}

function quoteHint(cursor: Cursor): string | undefined {
  const { kind } = cursor;
  if (kind === '=') return '`==` compares';
  return kind === '=~' || kind === '!~' ? 'matchers stand in braces: `{label=~"…"}`' : undefined;
}

function sorted(errors: readonly PromqlError[]): readonly PromqlError[] {
  return [...errors].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
