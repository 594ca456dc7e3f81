import type { Grouping, LabelList, Name } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { isMatchOp } from './match-op.ts';

/** `by (a, b)` or `without (a)`, when it comes next. */
export function parseGrouping(cursor: Cursor): Grouping | undefined {
  const keyword = cursor.accept('by') ?? cursor.accept('without');
  if (keyword === undefined) return undefined;
  const labels = parseNameList(cursor);
  const kind = keyword.kind === 'by' ? 'by' : 'without';
  return { kind, labels, span: cursor.spanFrom(keyword.start) };
}

/** `(a, b)`. */
export function parseNameList(cursor: Cursor): readonly Name[] {
  const names: Name[] = [];
  if (cursor.expect('(') === undefined) return names;
  while (!cursor.at(')', 'eof')) {
    const name = cursor.name();
    if (name === undefined) cursor.skipTo(',', ')');
    else names.push(name);
    if (cursor.accept(',') === undefined) break;
    if (cursor.at(')')) cursor.unexpected('the name of a label');
  }
  cursor.expect(')', '`,` or `)`');
  return names;
}

/** `a, b="x"`. */
export function parseNames(cursor: Cursor): LabelList['labels'] {
  const labels: LabelList['labels'][number][] = [];
  do {
    const { start } = cursor.token;
    const label = cursor.name();
    if (label === undefined) break;
    const op = cursor.kind;
    if (!isMatchOp(op)) {
      labels.push({ label });
      continue;
    }
    cursor.next();
    const value = cursor.string();
    if (value === undefined) break;
    labels.push({ label, matcher: { label, op, value, span: cursor.spanFrom(start) } });
  } while (cursor.accept(',') !== undefined);
  return labels;
}
