import { note, type Note, within } from '../change.ts';
import { isSame, type Json, jsonOf, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { match, movedOf, sameKey } from '../match.ts';
import { changed, code, listed } from '../wording.ts';
import { optionChanges } from './panel-options.ts';
import { datasourceChange } from './query-changes.ts';

/** What differs between the variables of two dashboards. */
export function variableChanges(before: Json, after: Json): Note[] {
  const listOf = (json: Json) => jsonsOf(jsonOf(json['templating'])['list']);
  const [old, young] = [listOf(before), listOf(after)];
  const { pairs, added, removed } = match(old, young, [
    sameKey(({ name }) => textOf(name)),
    sameKey((each) => stableText(omit(each, 'name', 'label', 'current'))),
  ]);
  const moved = movedOf(pairs.map((pair) => old.indexOf(pair.before)));
  return [
    ...added.map((each) =>
      note('variable-added', `${nameOf(each)} added${asking(each)}`, { after: each }),
    ),
    ...removed.map((each) => note('variable-removed', `${nameOf(each)} removed`, { before: each })),
    ...pairs.flatMap((pair, i) => [
      ...(moved.has(i) ? [movedNote(pair.after, young)] : []),
      ...renamed(pair.before, pair.after),
      ...within(nameOf(pair.after), oneVariable(pair.before, pair.after)),
    ]),
  ];
}

function nameOf({ name }: Json): string {
  return `variable ${code(`$${textOf(name)}`)}`;
}

function asking({ query }: Json): string {
  const text = queryText(query);
  return text === '' ? '' : `: ${code(text)}`;
}

function queryText(query: unknown): string {
  if (typeof query === 'string') return query;
  return query === undefined ? '' : stableText(query);
}

function movedNote(variable: Json, all: readonly Json[]): Note {
  const previous = all[all.indexOf(variable) - 1];
  const where = previous === undefined ? 'to the front' : `behind ${nameOf(previous)}`;
  return note('variable-moved', `${nameOf(variable)} moved ${where}`);
}

function renamed(before: Json, after: Json): Note[] {
  if (before['name'] === after['name']) return [];
  const message = `${nameOf(before)} renamed to ${code(`$${textOf(after['name'])}`)}`;
  return [note('variable-renamed', message, { before: before['name'], after: after['name'] })];
}

function oneVariable(before: Json, after: Json): Note[] {
  const changes: Note[] = [];
  const [from, to] = [before['query'], after['query']];
  if (!isSame(from, to)) changes.push(...queryChange(before, after));
  for (const [key, what] of Object.entries(SETTINGS)) {
    if (isSame(before[key], after[key])) continue;
    const facts = { before: before[key], after: after[key] };
    changes.push(note('variable-setting', changed(what, before[key], after[key]), facts));
  }
  if (before['hide'] !== after['hide']) {
    const facts = { before: before['hide'] ?? 0, after: after['hide'] ?? 0 };
    changes.push(
      note('variable-setting', HIDDEN[String(after['hide'] ?? 0)] ?? 'hidden otherwise', facts),
    );
  }
  const value = (json: Json) => jsonOf(json['current'])['value'];
  if (!isSame(value(before), value(after))) {
    const facts = { before: value(before), after: value(after) };
    changes.push(
      note('variable-setting', changed('default value', facts.before, facts.after), facts),
    );
  }
  changes.push(...datasourceChange(before['datasource'], after['datasource'], 'variable-setting'));
  return [
    ...changes,
    ...optionChanges(omit(before, ...SAID), omit(after, ...SAID), 'variable-setting'),
  ];
}

/** The choices of a list that people typed are said one by one. */
function queryChange(before: Json, after: Json): Note[] {
  const facts = { before: before['query'], after: after['query'] };
  const [from, to] = [queryText(facts.before), queryText(facts.after)];
  if (after['type'] !== 'custom' || before['type'] !== 'custom') {
    return [note('variable-query', changed('query', from, to), facts)];
  }
  const [had, has] = [from.split(','), to.split(',')];
  const come = has.filter((each) => !had.includes(each));
  const gone = had.filter((each) => !has.includes(each));
  if (come.length + gone.length === 0) {
    return [note('variable-query', 'order of the choices changed', facts)];
  }
  const say = (choices: readonly string[], verb: string) =>
    choices.length === 0
      ? []
      : [
          note(
            'variable-query',
            `${choices.length === 1 ? 'choice' : 'choices'} ${listed(choices.map(code))} ${verb}`,
            facts,
          ),
        ];
  return [...say(come, 'added'), ...say(gone, 'dropped')];
}

const SETTINGS: Readonly<Record<string, string>> = {
  type: 'kind',
  label: 'label',
  regex: 'regex',
  multi: 'choice of several values',
  includeAll: 'choice of All',
  allValue: 'value of All',
  refresh: 'time of the refresh',
  sort: 'order of the values',
  auto: 'automatic interval',
};

const HIDDEN: Readonly<Record<string, string>> = {
  0: 'shown with its label',
  1: 'shown without its label',
  2: 'hidden',
};

const SAID = ['name', 'query', 'hide', 'current', 'datasource', ...Object.keys(SETTINGS)];
