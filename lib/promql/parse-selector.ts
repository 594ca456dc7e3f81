import type { Matcher, MatchOp, Selector } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { unquote } from './string-literal.ts';
import type { TokenKind } from './token.ts';
import { variablesIn } from './variables.ts';

/** `name`, `name{…}` or `{…}`. The next token is the name or the brace. */
export function parseSelector(cursor: Cursor): Selector {
  const { start } = cursor.token;
  const name = cursor.kind === '{' ? undefined : cursor.textOf(cursor.next());
  const matchers = cursor.accept('{') === undefined ? [] : parseMatchers(cursor);
  const span = cursor.spanFrom(start);
  if (name === undefined) return { kind: 'selector', ...liftName(matchers), span };
  const second = matchers.find(({ label }) => label === '__name__');
  if (second?.span !== undefined) {
    const message = `the metric is named \`${name}\` already, the braces cannot name it again`;
    cursor.report(message, second.span, `\`{__name__="${name}", …}\``);
  }
  return { kind: 'selector', name, matchers, span };
}

/**
 * A name in the braces, `{"name"}` or `{__name__="name"}`, is the selector's name: the first that is an equality. A
 * second one stays a matcher, and so does an empty one, which matches nothing.
 */
function liftName(matchers: readonly Matcher[]): Pick<Selector, 'name' | 'matchers'> {
  const named = matchers.find(
    ({ label, op, value }) => label === '__name__' && op === '=' && value !== '',
  );
  if (named === undefined) return { matchers };
  return { name: named.value, matchers: matchers.filter((matcher) => matcher !== named) };
}

function parseMatchers(cursor: Cursor): readonly Matcher[] {
  const matchers: Matcher[] = [];
  while (cursor.accept('}') === undefined) {
    const matcher = parseMatcher(cursor);
    if (matcher === undefined) cursor.skipTo(',', '}');
    else matchers.push(matcher);
    if (cursor.kind === 'eof') {
      cursor.unexpected('`}`');
      break;
    }
    if (cursor.kind !== '}' && cursor.accept(',') === undefined) {
      cursor.unexpected('`,` or `}`');
      cursor.skipTo(',', '}');
      cursor.accept(',');
    }
  }
  return matchers;
}

function parseMatcher(cursor: Cursor): Matcher | undefined {
  const { token } = cursor;
  if (token.kind === 'string') {
    const name = unquote(cursor.textOf(cursor.next()));
    if (cursor.kind === ',' || cursor.kind === '}') {
      return { label: '__name__', op: '=', value: name, span: cursor.spanFrom(token.start) };
    }
    return parseCondition(cursor, name, token.start);
  }
  const isLabel =
    token.kind === 'identifier' || token.kind === 'variable' || token.kind === 'templated';
  if (!isLabel) {
    cursor.unexpected('a label or a quoted metric name');
    return undefined;
  }
  cursor.next();
  return parseCondition(cursor, cursor.textOf(token), token.start);
}

function parseCondition(cursor: Cursor, label: string, start: number): Matcher | undefined {
  const op = acceptMatchOp(cursor);
  if (op === undefined && variablesIn(label).length > 0) {
    const message = `\`${label}\` stands for a whole matcher, which cannot be checked`;
    cursor.report(message, cursor.spanFrom(start), `\`label=~"${label}"\``);
    return undefined;
  }
  if (op === undefined) {
    cursor.unexpected('`=`, `!=`, `=~` or `!~`');
    return undefined;
  }
  if (cursor.kind === 'string') {
    const value = unquote(cursor.textOf(cursor.next()));
    return { label, op, value, span: cursor.spanFrom(start) };
  }
  if (cursor.kind === 'variable' && bringsQuotes(cursor.textOf(cursor.token))) {
    const value = cursor.textOf(cursor.next());
    return { label, op, value, bare: true, span: cursor.spanFrom(start) };
  }
  const value = cursor.textOf(cursor.token);
  const isWord = /^[\w$]/.test(value);
  cursor.unexpected('a quoted string', isWord ? `\`${label}${op}"${value}"\`` : undefined);
  return undefined;
}

function acceptMatchOp(cursor: Cursor): MatchOp | undefined {
  const { kind } = cursor;
  return isMatchOp(kind) && cursor.next() ? kind : undefined;
}

function isMatchOp(kind: TokenKind): kind is MatchOp {
  return kind === '=' || kind === '!=' || kind === '=~' || kind === '!~';
}

/** `${job:doublequote}` and `${job:singlequote}` are quoted by Grafana. */
function bringsQuotes(variable: string): boolean {
  return variablesIn(variable).some(
    ({ format }) => format === 'doublequote' || format === 'singlequote',
  );
}
