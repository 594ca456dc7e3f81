import type { Binary, Group, Matching } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { isLabelName } from './keywords.ts';
import { parseSignedNumber } from './parse-range.ts';
import { isUtf8, unquote } from './string-literal.ts';
import type { TokenKind } from './token.ts';

/** What may stand between a binary operator and its right side: `bool on (…) group_left (…) fill (…)`. */
export function parseModifiers(cursor: Cursor): Pick<Binary, 'bool' | 'matching'> {
  const bool = cursor.accept('bool') !== undefined;
  const matching = parseMatching(cursor);
  return { ...(bool && { bool }), ...(matching && { matching }) };
}

/** `(a, b)`: the labels of `by`, `on`, `group_left` and the like. */
export function parseLabels(cursor: Cursor, after: string): readonly string[] {
  if (!cursor.at('(')) return parseBareLabel(cursor, after);
  const labels: string[] = [];
  cursor.next();
  while (cursor.accept(')') === undefined) {
    const label = parseLabel(cursor);
    if (label === undefined) {
      cursor.unexpected('a label');
      cursor.skipTo(',', ')');
    } else {
      labels.push(label);
    }
    if (cursor.kind === 'eof') {
      cursor.unexpected('`)`');
      break;
    }
    if (cursor.kind !== ')' && cursor.accept(',') === undefined) {
      cursor.unexpected('`,` or `)`');
      cursor.skipTo(',', ')');
      cursor.accept(',');
    }
  }
  return labels;
}

/** `by job` is a mistake; the label is read all the same. */
function parseBareLabel(cursor: Cursor, after: string): readonly string[] {
  const isLabel = isLabelName(cursor.kind);
  const label = isLabel ? cursor.textOf(cursor.token) : '…';
  cursor.unexpected(`\`(\` after \`${after}\``, `\`${after} (${label})\``);
  if (!isLabel) return [];
  cursor.next();
  return [label];
}

function parseLabel(cursor: Cursor): string | undefined {
  const { token } = cursor;
  if (token.kind === 'string') {
    const label = unquote(cursor.textOf(cursor.next()));
    if (label === '' || !isUtf8(label)) cursor.report('a label needs a name in UTF-8', token);
    return label;
  }
  return isLabelName(token.kind) ? cursor.textOf(cursor.next()) : undefined;
}

function parseMatching(cursor: Cursor): Matching | undefined {
  const kind = cursor.kind === 'on' || cursor.kind === 'ignoring' ? cursor.kind : undefined;
  if (kind !== undefined) cursor.next();
  const labels = kind === undefined ? [] : parseLabels(cursor, kind);
  const group = kind === undefined ? undefined : parseGroup(cursor);
  const fill = parseFill(cursor);
  // `ignoring ()` alone says nothing.
  const isPlain = kind !== 'on' && labels.length === 0 && group === undefined;
  if (isPlain && fill === undefined) return undefined;
  return { kind: kind ?? 'ignoring', labels, ...(group && { group }), ...(fill && { fill }) };
}

function parseGroup(cursor: Cursor): Group | undefined {
  if (cursor.kind !== 'group_left' && cursor.kind !== 'group_right') return undefined;
  const name = cursor.kind;
  cursor.next();
  const include = cursor.at('(') ? parseLabels(cursor, name) : [];
  return { side: name === 'group_left' ? 'left' : 'right', include };
}

/** `fill (0)`, or one value for each side. */
function parseFill(cursor: Cursor): Matching['fill'] {
  const fill: { left?: number; right?: number } = {};
  while (isFill(cursor.kind, fill)) {
    const token = cursor.next();
    cursor.reportExperimental('`fill` for missing series', 'promql-binop-fill-modifiers', token);
    const value = parseFillValue(cursor);
    if (value === undefined) break;
    if (token.kind !== 'fill_right') fill.left = value;
    if (token.kind !== 'fill_left') fill.right = value;
    if (token.kind === 'fill') return fill;
  }
  return fill.left === undefined && fill.right === undefined ? undefined : fill;
}

/** Each side can be filled once. */
function isFill(kind: TokenKind, fill: NonNullable<Matching['fill']>): boolean {
  if (kind === 'fill') return fill.left === undefined && fill.right === undefined;
  if (kind === 'fill_left') return fill.left === undefined;
  return kind === 'fill_right' && fill.right === undefined;
}

function parseFillValue(cursor: Cursor): number | undefined {
  cursor.next();
  const value = parseSignedNumber(cursor, 'a number');
  if (value === undefined || cursor.kind !== ')') {
    if (value !== undefined) cursor.unexpected('`)` after the value to fill with');
    cursor.skipTo(')');
  }
  cursor.accept(')');
  return value;
}
