import { similar, type Span } from '../diagnostics/index.ts';
import type {
  Binary,
  BinaryOp,
  LabelReplace,
  LogqlExpr,
  Matching,
  RangeOp,
  VectorOp,
} from './ast.ts';
import { checkQuery } from './check-query.ts';
import { Cursor } from './cursor.ts';
import { tokenize } from './lexer.ts';
import type { LogqlError } from './logql-error.ts';
import { isRangeOp, isVectorOp, RANGE_OPS, VECTOR_OPS } from './operations.ts';
import { parseLogRange, parseLogs } from './parse-logs.ts';
import { parseGrouping, parseNameList } from './parse-names.ts';

export interface ParsedLogql {
  /** As much of the tree as could be read; complete when there are no errors. */
  readonly expr?: LogqlExpr;
  /** In the order of the text. */
  readonly errors: readonly LogqlError[];
}

/**
 * Reads a LogQL query of Loki 3.5. Grafana's variables may stand in it, and keep their places and spelling. Never throws.
 * What Loki refuses beyond the grammar is looked for once the syntax is right.
 *
 * @example
 * parseLogql('rate({job="$job"} |= "error" [$__auto])').expr // { kind: 'range-aggregation', op: 'rate', … }
 * parseLogql('sum_over_time({job="api"}[5m])').errors        // [{ message: '`sum_over_time` needs …', … }]
 */
export function parseLogql(text: string): ParsedLogql {
  const { tokens, errors } = tokenize(text);
  const cursor = new Cursor(text, tokens, errors);
  if (cursor.at('eof') && errors.length === 0) {
    return { errors: [{ message: 'the query is empty', span: { start: 0, end: text.length } }] };
  }
  const expr = parseExpression(cursor, 0);
  if (!cursor.at('eof'))
    cursor.unexpected(expr === undefined ? 'a query' : 'an operator or the end');
  if (expr === undefined) return { errors: sorted(cursor.errors) };
  const found = cursor.errors.length > 0 ? cursor.errors : checkQuery(expr);
  return { expr, errors: sorted(found) };
}

function sorted(errors: readonly LogqlError[]): readonly LogqlError[] {
  return [...errors].sort((a, b) => a.span.start - b.span.start);
}

const PRECEDENCE: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '>=': 3,
  '<': 3,
  '<=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  '^': 6,
};

function parseExpression(cursor: Cursor, minimum: number): LogqlExpr | undefined {
  const { start } = cursor.token;
  let left = cursor.nested(() => parseOperand(cursor));
  while (left !== undefined) {
    const op = cursor.kind;
    if (!isBinaryOp(op) || PRECEDENCE[op] < minimum) return left;
    if (!cursor.grow()) return undefined;
    cursor.next();
    const modifiers = parseModifiers(cursor);
    // `^` binds to the right.
    const right = parseExpression(cursor, op === '^' ? PRECEDENCE[op] : PRECEDENCE[op] + 1);
    if (right === undefined) return undefined;
    left = { kind: 'binary', op, left, right, ...modifiers, span: cursor.spanFrom(start) };
  }
  return undefined;
}

function isBinaryOp(kind: string): kind is BinaryOp {
  return Object.hasOwn(PRECEDENCE, kind);
}

function parseModifiers(cursor: Cursor): Pick<Binary, 'bool' | 'matching'> {
  const bool = cursor.accept('bool') === undefined ? {} : { bool: true as const };
  const keyword = cursor.accept('on') ?? cursor.accept('ignoring');
  if (keyword === undefined) return bool;
  const labels = parseNameList(cursor);
  const matching: Matching = { kind: keyword.kind === 'on' ? 'on' : 'ignoring', labels };
  const group = cursor.accept('group_left') ?? cursor.accept('group_right');
  if (group === undefined) return { ...bool, matching };
  const side = group.kind === 'group_left' ? 'left' : 'right';
  const include = cursor.at('(') ? parseNameList(cursor) : [];
  return { ...bool, matching: { ...matching, group: { side, include } } };
}

function parseOperand(cursor: Cursor): LogqlExpr | undefined {
  const { token } = cursor;
  switch (token.kind) {
    case '{':
      return parseLogs(cursor);
    case '(': {
      cursor.next();
      const inner = parseExpression(cursor, 0);
      return inner !== undefined && cursor.expect(')') !== undefined ? inner : undefined;
    }
    case 'number':
      cursor.next();
      return { kind: 'number', value: Number(cursor.textOf(token)), span: spanOf(token) };
    case '+':
    case '-': {
      cursor.next();
      const number = cursor.expect('number', 'a number');
      const value = number && Number(token.kind + cursor.textOf(number));
      return value === undefined
        ? undefined
        : { kind: 'number', value, span: cursor.spanFrom(token.start) };
    }
    case 'variable':
      return parseVariable(cursor);
    case 'function':
      return parseCall(cursor);
    default:
      if (cursor.textOf(token) === 'variants') {
        cursor.report('`variants` is an experiment of Loki, and is not read here', token);
      }
      cursor.unexpected('a query', meant(cursor));
      return undefined;
  }
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function meant(cursor: Cursor): string | undefined {
  const word = cursor.textOf(cursor.token).toLowerCase();
  const known = [...Object.keys(RANGE_OPS), ...Object.keys(VECTOR_OPS)];
  const name = cursor.at('identifier') ? similar(word, known) : undefined;
  return name === undefined ? undefined : `use \`${name}\``;
}

/** `$query`, or `$function(…)`, of which nothing is known. */
function parseVariable(cursor: Cursor): LogqlExpr | undefined {
  const { start } = cursor.token;
  const variable = cursor.variable();
  if (variable === undefined) return undefined;
  parseGrouping(cursor);
  if (cursor.accept('(') !== undefined) {
    cursor.skipTo(')');
    if (cursor.expect(')') === undefined) return undefined;
    parseGrouping(cursor);
  }
  return { kind: 'variable', variable, span: cursor.spanFrom(start) };
}

function parseCall(cursor: Cursor): LogqlExpr | undefined {
  const token = cursor.next();
  const name = cursor.textOf(token).toLowerCase();
  if (isRangeOp(name)) return parseRangeAggregation(cursor, name, token.start);
  if (isVectorOp(name)) return parseVectorAggregation(cursor, name, token.start);
  if (name === 'label_replace') return parseLabelReplace(cursor, token.start);
  if (name === 'vector') {
    cursor.next();
    const value = cursor.number();
    if (value === undefined || cursor.expect(')') === undefined) return undefined;
    return { kind: 'vector', value, span: cursor.spanFrom(token.start) };
  }
  cursor.report(`\`${name}\` is not a query`, token);
  return undefined;
}

function parseRangeAggregation(cursor: Cursor, op: RangeOp, start: number): LogqlExpr | undefined {
  if (cursor.expect('(') === undefined) return undefined;
  const param = parseParam(cursor);
  const logRange = cursor.nested(() => parseLogRange(cursor));
  if (logRange === undefined) return undefined;
  const { logs, range, offset } = logRange;
  if (range === undefined) cursor.unexpected('a range such as `[5m]`');
  if (cursor.expect(')') === undefined || range === undefined) return undefined;
  const grouping = parseGrouping(cursor);
  return {
    kind: 'range-aggregation',
    op,
    ...(param !== undefined && { param }),
    of: logs,
    range,
    ...(offset && { offset }),
    ...(grouping && { grouping }),
    span: cursor.spanFrom(start),
  };
}

/** A number with its comma. */
function parseParam(cursor: Cursor) {
  if (!cursor.at('number', 'variable')) return undefined;
  const param = cursor.number();
  cursor.expect(',');
  return param;
}

function parseVectorAggregation(
  cursor: Cursor,
  op: VectorOp,
  start: number,
): LogqlExpr | undefined {
  const before = parseGrouping(cursor);
  if (cursor.expect('(') === undefined) return undefined;
  const isNumber = cursor.at('number', 'variable');
  const isParam = isNumber && /^\s*,/.test(cursor.text.slice(cursor.token.end));
  const param = isParam ? parseParam(cursor) : undefined;
  const of = parseExpression(cursor, 0);
  if (of === undefined || cursor.expect(')') === undefined) return undefined;
  const grouping = before ?? parseGrouping(cursor);
  return {
    kind: 'vector-aggregation',
    op,
    ...(param !== undefined && { param }),
    of,
    ...(grouping && { grouping }),
    span: cursor.spanFrom(start),
  };
}

function parseLabelReplace(cursor: Cursor, start: number): LabelReplace | undefined {
  cursor.next();
  const of = parseExpression(cursor, 0);
  if (of === undefined) return undefined;
  const texts: string[] = [];
  for (let count = 0; count < 4; count++) {
    if (cursor.expect(',') === undefined) return undefined;
    const text = cursor.string();
    if (text === undefined) return undefined;
    texts.push(text);
  }
  if (cursor.expect(')') === undefined) return undefined;
  const [target = '', replacement = '', source = '', pattern = ''] = texts;
  const span = cursor.spanFrom(start);
  return { kind: 'label-replace', of, target, replacement, source, pattern, span };
}
