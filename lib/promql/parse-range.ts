import { parseDuration } from '../catalog/index.ts';
import type { At, Range, VariableRef } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { MAX_SECONDS } from './duration.ts';
import { PRECEDENCE } from './keywords.ts';
import { parseNumber } from './scan-number.ts';
import type { Token } from './token.ts';
import { variablesIn } from './variables.ts';

/** What a duration expression amounts to, as far as the parser can tell. */
interface Term {
  /** Canonical spelling. */
  readonly text: string;
  /** Set for a literal and its signs, not for what has to be computed. */
  readonly seconds?: number;
  readonly variable?: VariableRef;
  readonly negative?: true;
  /** One bracket around everything. */
  readonly wrapped?: true;
}

/** The range or step of `[range:step]`: any arithmetic of durations, greater than zero where that is known. */
export function parseRange(cursor: Cursor): Range | undefined {
  const { start } = cursor.token;
  const term = durationExpression(cursor, 0);
  if (term === undefined) return undefined;
  if (term.seconds !== undefined && term.seconds <= 0) {
    const message = `the range \`${term.text}\` selects nothing, it has to be greater than zero`;
    cursor.report(message, cursor.spanFrom(start));
  }
  return toRange(term);
}

/**
 * The duration after `offset`. It ends at the first number, call or bracket that a sign precedes: `x offset 5m * 2` is
 * `(x offset 5m) * 2`. Only a bracket without a sign, or a second sign, starts a calculation: `x offset (5m) * 2`.
 */
export function parseOffset(cursor: Cursor): Range | undefined {
  const sign = cursor.kind === '-' || cursor.kind === '+' ? cursor.token : undefined;
  const operand = sign === undefined ? cursor.kind : cursor.ahead;
  if (sign === undefined ? operand === '(' : operand === '-' || operand === '+') {
    const term = durationExpression(cursor, 0);
    return term && toRange(closed(term));
  }
  if (sign !== undefined) cursor.next();
  const term = sign !== undefined && operand === '(' ? parenthesized(cursor) : primary(cursor);
  return term && toRange(sign === undefined ? term : signed(sign, term));
}

/** The timestamp after `@`. */
export function parseAt(cursor: Cursor): At | undefined {
  const { start } = cursor.token;
  if ((cursor.kind === 'start' || cursor.kind === 'end') && cursor.ahead === '(') {
    const kind = cursor.next().kind as 'start' | 'end';
    cursor.next();
    return cursor.expect(')', `after \`@ ${kind}(\``) && { kind };
  }
  if (cursor.kind === 'variable') {
    return { kind: 'variable', variable: variableOf(cursor, cursor.next()) };
  }
  const seconds = parseSignedNumber(cursor, 'a timestamp in seconds, `start()` or `end()`');
  if (seconds === undefined) return undefined;
  if (!(Math.abs(seconds) < 2 ** 63)) {
    cursor.report(`the timestamp \`${seconds}\` is out of bounds`, cursor.spanFrom(start));
    return undefined;
  }
  return { kind: 'timestamp', seconds: Math.round(seconds * 1000) / 1000 + 0 };
}

/** A number or duration with at most one sign, in seconds. */
export function parseSignedNumber(cursor: Cursor, wanted: string): number | undefined {
  const negative = cursor.kind === '-';
  if (negative || cursor.kind === '+') cursor.next();
  if (cursor.kind !== 'number' && cursor.kind !== 'duration') {
    cursor.unexpected(wanted);
    return undefined;
  }
  const value = parseLiteral(cursor, cursor.next());
  return negative ? -value : value;
}

/** The value of a number token, and of a duration token in seconds. */
export function parseLiteral(cursor: Cursor, token: Token): number {
  const text = cursor.textOf(token);
  const value = token.kind === 'duration' ? seconds(parseDuration(text)) : parseNumber(text);
  if (value === undefined) {
    const what = token.kind === 'duration' ? 'a duration' : 'a number';
    const hint =
      token.kind === 'duration' ? 'write each unit once, large before small: `1h30m`' : undefined;
    cursor.report(`\`${text}\` is not ${what}`, token, hint);
  } else if (token.kind === 'duration' && value > MAX_SECONDS) {
    cursor.report(`\`${text}\` is out of range, 292 years at most`, token);
  }
  return value ?? 0;
}

function seconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1000;
}

type DurationOp = '+' | '-' | '*' | '/' | '%' | '^';
const DURATION_OPS: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '^']);

function durationExpression(cursor: Cursor, minimum: number): Term | undefined {
  return cursor.nested(() => {
    let left = unary(cursor);
    while (DURATION_OPS.has(cursor.kind) && PRECEDENCE[cursor.kind as DurationOp] >= minimum) {
      const op = cursor.next();
      const kind = op.kind as DurationOp;
      const right = durationExpression(cursor, PRECEDENCE[kind] + (kind === '^' ? 0 : 1));
      if (left === undefined || right === undefined) return undefined;
      cursor.reportExperimental('arithmetic with durations', 'promql-duration-expr', op);
      if (right.seconds === 0 && (kind === '/' || kind === '%')) {
        const what = kind === '/' ? 'division' : 'modulo';
        cursor.report(`\`${left.text} ${kind} ${right.text}\` is a ${what} by zero`, op);
      }
      left = { text: `${left.text} ${kind} ${right.text}` };
    }
    return left;
  });
}

function unary(cursor: Cursor): Term | undefined {
  if (cursor.kind !== '-' && cursor.kind !== '+') return primary(cursor);
  const sign = cursor.next();
  const term = durationExpression(cursor, PRECEDENCE['*'] + 1);
  return term && signed(sign, term);
}

function signed(sign: Token, term: Term): Term {
  const minus = sign.kind === '-';
  if (term.seconds !== undefined) {
    const value = minus ? -term.seconds : term.seconds;
    return { text: minus ? `-${term.text}` : term.text, seconds: value };
  }
  if (!minus) return term;
  if (term.variable !== undefined && term.negative === undefined) {
    return { text: `-${term.text}`, variable: term.variable, negative: true };
  }
  return { text: `-${term.text}` };
}

function primary(cursor: Cursor): Term | undefined {
  const { token } = cursor;
  switch (token.kind) {
    case 'number':
    case 'duration':
      return literal(cursor, cursor.next());
    case 'variable': {
      const variable = variableOf(cursor, cursor.next());
      return { text: variable.text, variable };
    }
    case 'templated':
      cursor.next();
      return { text: cursor.textOf(token) };
    case 'step':
    case 'range':
      cursor.next();
      if (!call(cursor, token)) return undefined;
      if (cursor.expect(')', `after \`${token.kind}(\``) === undefined) return undefined;
      return { text: `${token.kind}()` };
    case 'min_of':
    case 'max_of':
      cursor.next();
      return call(cursor, token) ? minMax(cursor, token.kind) : undefined;
    case '(': {
      cursor.reportExperimental('a bracket in a duration', 'promql-duration-expr', token);
      return parenthesized(cursor);
    }
    default:
      cursor.unexpected('a number, a duration, `step()` or `range()`');
      return undefined;
  }
}

function literal(cursor: Cursor, token: Token): Term {
  const value = parseLiteral(cursor, token);
  if (Math.abs(value) > MAX_SECONDS) {
    cursor.report(`\`${cursor.textOf(token)}\` is out of range, 292 years at most`, token);
  }
  return { text: cursor.textOf(token), seconds: value };
}

function call(cursor: Cursor, name: Token): boolean {
  cursor.reportExperimental(`\`${name.kind}()\` in a duration`, 'promql-duration-expr', name);
  return cursor.expect('(', `after \`${name.kind}\``) !== undefined;
}

function minMax(cursor: Cursor, name: 'min_of' | 'max_of'): Term | undefined {
  const first = durationExpression(cursor, 0);
  if (first === undefined || !cursor.expect(',', `after the first duration of \`${name}\``)) {
    return undefined;
  }
  const second = durationExpression(cursor, 0);
  if (second === undefined || !cursor.expect(')', `after the second duration of \`${name}\``)) {
    return undefined;
  }
  return { text: `${name}(${first.text}, ${second.text})` };
}

/** A literal in brackets is computed like any other expression: Prometheus no longer looks at its value. */
function parenthesized(cursor: Cursor): Term | undefined {
  cursor.next();
  const inner = durationExpression(cursor, 0);
  if (inner === undefined || !cursor.expect(')', 'after the duration')) return undefined;
  return { text: `(${inner.text})`, wrapped: true };
}

/** In brackets, so that what is printed behind it does not become a part of it. */
function closed(term: Term): Term {
  return term.seconds !== undefined || term.wrapped ? term : { text: `(${term.text})` };
}

function variableOf(cursor: Cursor, token: Token): VariableRef {
  const [found] = variablesIn(cursor.textOf(token));
  const { name = '', format, text = '' } = found ?? {};
  return format === undefined ? { name, text } : { name, format, text };
}

function toRange(term: Term): Range {
  if (term.variable !== undefined) {
    const { variable, negative } = term;
    return { kind: 'variable', variable, ...(negative && { negative }) };
  }
  if (term.seconds === undefined || Number.isNaN(term.seconds)) {
    return { kind: 'expression', text: term.text };
  }
  return { kind: 'duration', milliseconds: toMilliseconds(term.seconds) };
}

/** Prometheus counts whole nanoseconds. */
function toMilliseconds(value: number): number {
  return Math.round(value * 1e9) / 1e6 || value * 1000;
}
