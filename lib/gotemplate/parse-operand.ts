import { similar } from '../diagnostics/index.ts';
import type { Field, Operand } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { DIALECTS, functionSpec } from './dialect.ts';
import { parseNumber } from './scan-number.ts';
import type { Token } from './token.ts';
import { unquote, unquoteCharacter } from './unquote.ts';

/**
 * Reads a value and the fields after it.
 *
 * @param readParenthesized reads `(pipeline)`
 * @returns nothing when there is none; what is wrong with one that is there is reported
 */
export function parseOperand(
  cursor: Cursor,
  readParenthesized: (cursor: Cursor) => Operand | undefined,
): Operand | undefined {
  const term = parseTerm(cursor, readParenthesized);
  if (term === undefined || !cursor.at('field')) return term;
  const fields = parseFields(cursor);
  const span = { start: term.span.start, end: cursor.end };
  switch (term.kind) {
    case 'field':
    case 'variable':
      return { ...term, fields: [...term.fields, ...fields], span };
    case 'function':
    case 'pipeline':
      return { kind: 'chain', of: term, fields, span };
    default:
      cursor.report(`\`${cursor.textOf(term.span)}\` has no fields`, span);
      return term;
  }
}

function parseFields(cursor: Cursor): readonly Field[] {
  const fields: Field[] = [];
  for (let token = cursor.accept('field'); token !== undefined; token = cursor.accept('field')) {
    fields.push(fieldOf(cursor, token));
  }
  return fields;
}

function fieldOf(cursor: Cursor, { start, end }: Token): Field {
  return { name: cursor.text.slice(start + 1, end), span: { start: start + 1, end } };
}

function parseTerm(
  cursor: Cursor,
  readParenthesized: (cursor: Cursor) => Operand | undefined,
): Operand | undefined {
  const { token } = cursor;
  const { start, end } = token;
  const span = { start, end };
  switch (token.kind) {
    case '(':
      return readParenthesized(cursor);
    case '.':
      cursor.next();
      return { kind: 'dot', span };
    case 'nil':
      cursor.next();
      return { kind: 'nil', span };
    case 'true':
    case 'false':
      cursor.next();
      return { kind: 'bool', value: token.kind === 'true', span };
    case 'field':
      cursor.next();
      return { kind: 'field', fields: [fieldOf(cursor, token)], span };
    case 'string':
    case 'number':
    case 'character':
      cursor.next();
      return literal(cursor, token);
    case 'variable':
      cursor.next();
      return variable(cursor, token);
    case 'identifier':
      cursor.next();
      return func(cursor, token);
    default:
      return undefined;
  }
}

function literal(cursor: Cursor, { kind, start, end }: Token): Operand {
  const span = { start, end };
  const text = cursor.textOf(span);
  if (kind === 'string') {
    const value = unquote(text);
    if (value === undefined) {
      const hint = text.includes('`') ? undefined : `use \`${text.slice(1, -1)}\` in backquotes`;
      cursor.report(`${text} has an escape that Go does not know`, span, hint);
    }
    return { kind: 'string', value: value ?? '', span };
  }
  if (kind === 'character') {
    const value = unquoteCharacter(text);
    if (value === undefined) {
      const hint = `use "${text.slice(1, -1)}"`;
      cursor.report(`${text} is not one character, which single quotes hold`, span, hint);
    }
    return { kind: 'number', value: value ?? 0, type: 'int', span };
  }
  // The lexer lets only numbers through.
  return { kind: 'number', ...(parseNumber(text) ?? { value: 0, type: 'int' }), span };
}

function variable(cursor: Cursor, { start, end }: Token): Operand {
  const span = { start, end };
  const name = cursor.textOf(span);
  if (!cursor.variables.includes(name)) {
    const meant = similar(name, cursor.variables.slice(1));
    const hint = meant === undefined ? undefined : `use \`${meant}\``;
    cursor.report(`\`${name}\` is not declared`, span, hint);
  }
  return { kind: 'variable', name, fields: [], span };
}

function func(cursor: Cursor, { start, end }: Token): Operand {
  const span = { start, end };
  const name = cursor.textOf(span);
  if (functionSpec(cursor.dialect, name) === undefined) {
    const program = PROGRAM[cursor.dialect];
    cursor.report(
      `\`${name}\` is not a template function of ${program}`,
      span,
      meantBy(cursor, name),
    );
  }
  return { kind: 'function', name, span };
}

function meantBy(cursor: Cursor, name: string): string | undefined {
  // `{{ value }}` and `{{ labels.job }}`, as in other template languages.
  if (cursor.variables.includes(`$${name}`)) return `use \`$${name}\``;
  const meant = similar(name, Object.keys(DIALECTS[cursor.dialect].functions));
  return meant === undefined ? undefined : `use \`${meant}\``;
}

const PROGRAM = { prometheus: 'Prometheus', alertmanager: 'Alertmanager' } as const;
