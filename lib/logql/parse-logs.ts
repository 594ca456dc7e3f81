import type { Logs, Matcher, TimeRange } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseDuration, parseRange } from './duration.ts';
import { isMatchOp } from './match-op.ts';
import { parseStages } from './parse-stage.ts';
import type { VariableRef } from './variables.ts';

/** Logs over a time. */
export interface LogRange {
  readonly logs: Logs;
  readonly range?: TimeRange;
  readonly offset?: TimeRange;
}

/** A stream selector with its pipeline. `{` comes next. */
export function parseLogs(cursor: Cursor): Logs {
  const { start } = cursor.token;
  const found = parseSelector(cursor);
  const stages = parseStages(cursor, false);
  return { kind: 'logs', ...found, stages, span: cursor.spanFrom(start) };
}

/** Logs with a range, which may stand before the pipeline, after it, or behind a parenthesis around both. */
export function parseLogRange(cursor: Cursor): LogRange | undefined {
  const { start } = cursor.token;
  if (cursor.accept('(') !== undefined) {
    const inner = cursor.nested(() => parseLogRange(cursor));
    if (inner === undefined || cursor.expect(')') === undefined) return undefined;
    return inner.range === undefined ? { ...inner, ...parseTimes(cursor) } : inner;
  }
  if (!cursor.at('{')) {
    cursor.unexpected('`{`');
    return undefined;
  }
  const found = parseSelector(cursor);
  const before = parseStages(cursor, true);
  const times = parseTimes(cursor);
  const after = before.length === 0 ? parseStages(cursor, true) : [];
  const span = cursor.spanFrom(start);
  const logs: Logs = { kind: 'logs', ...found, stages: [...before, ...after], span };
  return { logs, ...times };
}

function parseTimes(cursor: Cursor): Omit<LogRange, 'logs'> {
  const token = cursor.accept('range');
  if (token === undefined) return {};
  const { start, end } = token;
  const text = cursor.text.slice(start + 1, end - 1);
  const range = timeRange(text, start + 1, parseRange(text));
  if (cursor.accept('offset') === undefined) return { range };
  if (!cursor.at('duration', 'variable')) {
    cursor.unexpected('a duration');
    return { range };
  }
  const offset = cursor.next();
  const written = cursor.textOf(offset);
  return { range, offset: timeRange(written, offset.start, parseDuration(written)) };
}

function timeRange(text: string, start: number, milliseconds: number | undefined): TimeRange {
  const span = { start, end: start + text.length };
  return milliseconds === undefined ? { text, span } : { text, milliseconds, span };
}

function parseSelector(cursor: Cursor): Pick<Logs, 'matchers' | 'variables' | 'selector'> {
  const { start } = cursor.next();
  const matchers: Matcher[] = [];
  const variables: VariableRef[] = [];
  while (!cursor.at('}', 'eof')) {
    const read = parseMember(cursor);
    if (read === undefined) cursor.skipTo(',', '}', '|', 'range');
    else if ('op' in read) matchers.push(read);
    else variables.push(read);
    if (!cursor.at('}') && cursor.accept(',') === undefined) break;
    if (cursor.at('}')) {
      // `{a="b",}`
      if (cursor.text[cursor.end - 1] === ',') cursor.unexpected('the name of a label');
      break;
    }
  }
  cursor.expect('}', '`,` or `}`');
  return { matchers, variables, selector: cursor.spanFrom(start) };
}

/** A matcher, or a variable that stands for some. */
function parseMember(cursor: Cursor): Matcher | VariableRef | undefined {
  const { start } = cursor.token;
  const label = cursor.name();
  if (label === undefined) return undefined;
  const op = cursor.token.kind;
  if (cursor.at(',', '}')) return variableOf(cursor, start);
  if (!isMatchOp(op)) {
    cursor.unexpected('`=`, `!=`, `=~` or `!~`');
    return undefined;
  }
  cursor.next();
  const value = cursor.string();
  return value === undefined ? undefined : { label, op, value, span: cursor.spanFrom(start) };
}

function variableOf(cursor: Cursor, start: number): VariableRef | undefined {
  const text = cursor.text.slice(start, cursor.end);
  if (text.startsWith('$') || text.startsWith('[[')) {
    return { name: text.replace(/\W/g, ''), text, span: cursor.spanFrom(start) };
  }
  cursor.unexpected('`=`, `!=`, `=~` or `!~`');
  return undefined;
}
