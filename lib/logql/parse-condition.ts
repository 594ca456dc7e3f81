import type { Comparison, Condition } from './ast.ts';
import type { Cursor } from './cursor.ts';
import type { TokenKind } from './token.ts';

/** Comparisons of labels, joined by `and`, `or`, a comma or nothing, which means `and`. */
export function parseCondition(cursor: Cursor): Condition | undefined {
  const { start } = cursor.token;
  let left = parseConjunction(cursor);
  while (left !== undefined && cursor.accept('or') !== undefined && cursor.grow()) {
    const right = parseConjunction(cursor);
    left = right && { kind: 'or', left, right, span: cursor.spanFrom(start) };
  }
  return left;
}

function parseConjunction(cursor: Cursor): Condition | undefined {
  const { start } = cursor.token;
  let left = parseTerm(cursor);
  while (left !== undefined && continues(cursor) && cursor.grow()) {
    const right = parseTerm(cursor);
    left = right && { kind: 'and', left, right, span: cursor.spanFrom(start) };
  }
  return left;
}

function continues(cursor: Cursor): boolean {
  const joined = cursor.accept('and') ?? cursor.accept(',');
  return joined !== undefined || cursor.at('identifier', '(');
}

function parseTerm(cursor: Cursor): Condition | undefined {
  if (cursor.accept('(') !== undefined) {
    const inner = cursor.nested(() => parseCondition(cursor));
    return inner !== undefined && cursor.expect(')') !== undefined ? inner : undefined;
  }
  return parseComparison(cursor);
}

function parseComparison(cursor: Cursor): Comparison | undefined {
  const { start } = cursor.token;
  const label = cursor.name();
  if (label === undefined) return undefined;
  const op = cursor.kind;
  if (!isOp(op)) {
    cursor.unexpected('a comparison', 'compare the label: `= "…"`, `> 5`, `!= 10ms`');
    return undefined;
  }
  cursor.next();
  const found = parseValue(cursor, op);
  return found && { kind: 'comparison', label, op, ...found, span: cursor.spanFrom(start) };
}

function isOp(kind: TokenKind): kind is Comparison['op'] {
  return ['=', '!=', '=~', '!~', '==', '>', '>=', '<', '<='].includes(kind);
}

function parseValue(
  cursor: Cursor,
  op: Comparison['op'],
): Pick<Comparison, 'type' | 'value'> | undefined {
  const { token } = cursor;
  const isText = ['=', '!=', '=~', '!~'].includes(op);
  const isAmount = op !== '=~' && op !== '!~';
  if (token.kind === 'function' && cursor.textOf(token).toLowerCase() === 'ip' && isText) {
    cursor.next();
    cursor.next();
    const value = cursor.string();
    return value === undefined || cursor.expect(')') === undefined
      ? undefined
      : { type: 'ip', value };
  }
  if (isText && cursor.at('string', 'variable'))
    return { type: 'string', value: cursor.string() ?? '' };
  if (isAmount && cursor.at('duration', 'bytes', 'number', 'variable')) {
    cursor.next();
    const type = token.kind === 'duration' || token.kind === 'bytes' ? token.kind : 'number';
    return { type, value: cursor.textOf(token) };
  }
  if (isAmount && cursor.at('+', '-')) {
    const sign = cursor.textOf(cursor.next());
    const number = cursor.expect('number', 'a number');
    return number && { type: 'number', value: sign + cursor.textOf(number) };
  }
  const quoted = cursor.at('string');
  const hint = quoted ? `write it without quotes: \`${op}\` compares numbers` : undefined;
  cursor.unexpected(isText ? 'a value' : 'a number, a duration or an amount of bytes', hint);
  return undefined;
}
