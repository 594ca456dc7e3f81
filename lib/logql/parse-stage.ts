import type { LabelFormat, LineFilter, ParserStage, Stage, Unwrap } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { parseCondition } from './parse-condition.ts';
import { parseNames } from './parse-names.ts';

/**
 * The stages that follow a selector.
 *
 * @param inRange whether `unwrap` may stand here
 */
export function parseStages(cursor: Cursor, inRange: boolean): readonly Stage[] {
  const stages: Stage[] = [];
  for (;;) {
    const { start } = cursor.token;
    const stage = parseStage(
      cursor,
      inRange,
      stages.some(({ kind }) => kind === 'unwrap'),
    );
    if (stage !== undefined) stages.push(stage);
    // A broken stage does not hide the next one.
    else if (cursor.token.start > start) cursor.skipTo('|', '|=', '|~', ')', 'range', 'eof');
    else return stages;
  }
}

function parseStage(cursor: Cursor, inRange: boolean, unwrapped: boolean): Stage | undefined {
  const { start, kind } = cursor.token;
  if (isLineOp(kind) && !(unwrapped && kind === '!=')) {
    const filter = parseLineFilter(cursor, kind);
    if (unwrapped && filter !== undefined) refuseAfterUnwrap(cursor, filter);
    return filter;
  }
  const variable = cursor.variable();
  if (variable !== undefined) return { kind: 'variable', variable, span: variable.span };
  if (cursor.accept('|') === undefined) return undefined;
  const stage = parsePiped(cursor, start, inRange);
  if (
    unwrapped &&
    stage !== undefined &&
    stage.kind !== 'label-filter' &&
    stage.kind !== 'variable'
  ) {
    refuseAfterUnwrap(cursor, stage);
  }
  return stage;
}

function refuseAfterUnwrap(cursor: Cursor, stage: Stage): void {
  cursor.report('only filters by labels may follow `unwrap`', stage.span);
}

function isLineOp(kind: string): kind is LineFilter['op'] {
  return ['|=', '!=', '|~', '!~', '|>', '!>'].includes(kind);
}

function parseLineFilter(cursor: Cursor, op: LineFilter['op']): LineFilter | undefined {
  const { start } = cursor.next();
  const values: LineFilter['values'][number][] = [];
  do {
    const { start: from } = cursor.token;
    const ip = cursor.at('function') && cursor.textOf(cursor.token).toLowerCase() === 'ip';
    if (ip) {
      cursor.next();
      cursor.expect('(');
    }
    const value = cursor.string();
    if (value === undefined || (ip && cursor.expect(')') === undefined)) return undefined;
    values.push({ value, ip, span: cursor.spanFrom(from) });
  } while (cursor.accept('or') !== undefined);
  return { kind: 'line-filter', op, values, span: cursor.spanFrom(start) };
}

/** After `|`. */
function parsePiped(cursor: Cursor, start: number, inRange: boolean): Stage | undefined {
  const { kind } = cursor.token;
  switch (kind) {
    case 'json':
    case 'logfmt':
    case 'unpack':
    case 'pattern':
    case 'regexp':
      return parseParser(cursor, kind, start);
    case 'line_format': {
      cursor.next();
      const template = cursor.string();
      if (template === undefined) return undefined;
      return { kind: 'line-format', template, span: cursor.spanFrom(start) };
    }
    case 'label_format':
      return parseLabelFormat(cursor, start);
    case 'decolorize':
      cursor.next();
      return { kind, span: cursor.spanFrom(start) };
    case 'drop':
    case 'keep':
      cursor.next();
      return { kind, labels: parseNames(cursor), span: cursor.spanFrom(start) };
    case 'unwrap':
      return parseUnwrap(cursor, start, inRange);
    default: {
      const isStage =
        cursor.at('variable') && !/^\s*[=!<>]/.test(cursor.text.slice(cursor.token.end));
      const variable = isStage ? cursor.variable() : undefined;
      if (variable !== undefined) {
        return { kind: 'variable', variable, span: cursor.spanFrom(start) };
      }
      const condition = parseCondition(cursor);
      return condition && { kind: 'label-filter', condition, span: cursor.spanFrom(start) };
    }
  }
}

function parseParser(
  cursor: Cursor,
  parser: ParserStage['parser'],
  start: number,
): ParserStage | undefined {
  cursor.next();
  const stage = { kind: 'parser', parser } as const;
  if (parser === 'pattern' || parser === 'regexp') {
    const pattern = cursor.string();
    if (pattern === undefined) return undefined;
    return { ...stage, pattern, flags: [], extracts: [], span: cursor.spanFrom(start) };
  }
  const flags: string[] = [];
  while (parser === 'logfmt' && cursor.at('flag')) flags.push(cursor.textOf(cursor.next()));
  const extracts = parser === 'unpack' ? [] : parseExtracts(cursor);
  return { ...stage, flags, extracts, span: cursor.spanFrom(start) };
}

function parseExtracts(cursor: Cursor): ParserStage['extracts'] {
  const extracts: ParserStage['extracts'][number][] = [];
  if (!cursor.at('identifier')) return extracts;
  do {
    const label = cursor.name();
    if (label === undefined) break;
    const from = cursor.accept('=') === undefined ? label.name : cursor.string();
    if (from === undefined) break;
    extracts.push({ label, from });
  } while (cursor.accept(',') !== undefined);
  return extracts;
}

function parseLabelFormat(cursor: Cursor, start: number): LabelFormat | undefined {
  cursor.next();
  const formats: LabelFormat['formats'][number][] = [];
  do {
    const label = cursor.name();
    if (label === undefined || cursor.expect('=') === undefined) return undefined;
    if (cursor.at('identifier')) {
      const from = cursor.name();
      if (from !== undefined) formats.push({ label, from });
    } else {
      const template = cursor.string();
      if (template === undefined) return undefined;
      formats.push({ label, from: { template } });
    }
  } while (cursor.accept(',') !== undefined);
  return { kind: 'label-format', formats, span: cursor.spanFrom(start) };
}

function parseUnwrap(cursor: Cursor, start: number, inRange: boolean): Unwrap | undefined {
  const keyword = cursor.next();
  if (!inRange) {
    const hint = 'put the logs into `sum_over_time(… [5m])`';
    cursor.report('`unwrap` stands outside of a range aggregation', keyword, hint);
  }
  const word = cursor.textOf(cursor.token).toLowerCase();
  const conversion = cursor.at('function') && isConversion(word) ? word : undefined;
  if (conversion !== undefined) {
    cursor.next();
    cursor.next();
  }
  const label = cursor.name();
  if (label === undefined) return undefined;
  if (conversion !== undefined && cursor.expect(')') === undefined) return undefined;
  const unwrap = { kind: 'unwrap', label, span: cursor.spanFrom(start) } as const;
  return conversion === undefined ? unwrap : { ...unwrap, conversion };
}

function isConversion(word: string): word is NonNullable<Unwrap['conversion']> {
  return word === 'bytes' || word === 'duration' || word === 'duration_seconds';
}
