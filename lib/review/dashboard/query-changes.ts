import { note, type Note, within } from '../change.ts';
import { type Json, jsonOf, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { match, movedOf, sameKey } from '../match.ts';
import { expressionChanges } from '../query/index.ts';
import { changed, code, plain } from '../wording.ts';
import { optionChanges } from './panel-options.ts';

/** What differs between the queries of two panels. */
export function queryChanges(before: Json, after: Json): Note[] {
  const [old, young] = [jsonsOf(before['targets']), jsonsOf(after['targets'])];
  const { pairs, added, removed } = match(old, young, [
    (a, b) => (a['refId'] === b['refId'] && textOfQuery(a) === textOfQuery(b) ? 1 : 0),
    sameKey(textOfQuery),
    sameKey(({ refId }) => textOf(refId)),
  ]);
  const isAlone = old.length === 1 && young.length === 1;
  const changes = pairs.flatMap((pair) => {
    const notes = oneQuery(pair.before, pair.after);
    return isAlone ? notes : within(queryName(pair.after), notes);
  });
  const moved = movedOf(pairs.map((pair) => old.indexOf(pair.before)));
  return [
    ...added.map((query) =>
      note('query-added', `${queryName(query)} added: ${code(textOfQuery(query))}`, {
        after: textOfQuery(query),
      }),
    ),
    ...removed.map((query) =>
      note('query-removed', `${queryName(query)} removed: ${code(textOfQuery(query))}`, {
        before: textOfQuery(query),
      }),
    ),
    ...(moved.size === 0 ? [] : [note('query-moved', orderText(young), order(old, young))]),
    ...changes,
  ];
}

function orderText(queries: readonly Json[]): string {
  return `order of the queries is now ${queries.map(({ refId }) => plain(textOf(refId))).join(', ')}`;
}

function order(old: readonly Json[], young: readonly Json[]) {
  const names = (all: readonly Json[]) => all.map(({ refId }) => textOf(refId));
  return { before: names(old), after: names(young) };
}

function queryName({ refId }: Json): string {
  return `query ${plain(textOf(refId))}`;
}

/** What it asks, in the language of whom it asks. */
function textOfQuery(query: Json): string {
  const { expr, expression, rawSql, query: text } = query;
  const said = [expr, expression, rawSql, text].find((each) => typeof each === 'string');
  return said === undefined ? stableText(omit(query, 'refId', 'datasource', 'hide')) : textOf(said);
}

function oneQuery(before: Json, after: Json): Note[] {
  const changes: Note[] = [];
  if (before['refId'] !== after['refId']) {
    const message = `${queryName(before)} is now ${queryName(after)}`;
    changes.push(
      note('query-renamed', message, { before: before['refId'], after: after['refId'] }),
    );
  }
  changes.push(...textChanges(before, after));
  if (before['legendFormat'] !== after['legendFormat']) {
    const [from, to] = [before['legendFormat'], after['legendFormat']];
    changes.push(note('query-legend', changed('legend', from, to), { before: from, after: to }));
  }
  return [...changes, ...settingChanges(before, after)];
}

function textChanges(before: Json, after: Json): Note[] {
  const [from, to] = [textOfQuery(before), textOfQuery(after)];
  if (from === to || typeof before['expr'] !== 'string') return textChange(from, to);
  const isLoki = [before, after].some(({ datasource }) => jsonOf(datasource)['type'] === 'loki');
  return isLoki ? textChange(from, to) : expressionChanges(from, to, true);
}

function textChange(from: string, to: string): Note[] {
  if (from === to) return [];
  return [note('query-text', `${code(from)} to ${code(to)}`, { before: from, after: to })];
}

const SAID = ['refId', 'expr', 'expression', 'rawSql', 'query', 'legendFormat', 'hide', 'instant'];

function settingChanges(before: Json, after: Json): Note[] {
  const known = [hidden(before, after), instant(before, after), datasource(before, after)].flat();
  const rest = (json: Json) =>
    'expr' in json || 'expression' in json || 'rawSql' in json || 'query' in json
      ? omit(json, ...SAID, 'datasource', 'range', 'queryType')
      : {};
  return [...known, ...optionChanges(rest(before), rest(after), 'query-setting')];
}

function hidden(before: Json, after: Json): Note[] {
  const [was, is] = [before['hide'] === true, after['hide'] === true];
  if (was === is) return [];
  return [note('query-setting', is ? 'query hidden' : 'query shown', { before: was, after: is })];
}

function instant(before: Json, after: Json): Note[] {
  const kind = ({ instant: now, range, queryType }: Json): keyof typeof ASKED =>
    now === true || queryType === 'instant' ? (range === true ? 'both' : 'instant') : 'range';
  const [was, is] = [kind(before), kind(after)];
  if (was === is) return [];
  return [note('query-setting', ASKED[is], { before: was, after: is })];
}

const ASKED = {
  instant: 'asks for the last value only',
  range: 'asks for the whole time range',
  both: 'asks for the whole time range and the last value',
} as const;

function datasource(before: Json, after: Json): Note[] {
  const [was, is] = [before['datasource'], after['datasource']];
  return datasourceChange(was, is, 'query-setting');
}

/** Whom a panel or a query asks. */
export function datasourceChange(
  before: unknown,
  after: unknown,
  kind: 'query-setting' | 'panel-setting' | 'variable-setting',
): Note[] {
  const name = (ref: unknown) => textOf(jsonOf(ref)['uid']) || textOf(jsonOf(ref)['type']);
  if (name(before) === name(after)) return [];
  const whom = (ref: unknown) => (name(ref) === '' ? 'the default datasource' : code(name(ref)));
  return [note(kind, `asks ${whom(after)} instead of ${whom(before)}`, { before, after })];
}
