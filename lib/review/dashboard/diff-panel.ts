import { note, type Note, within } from '../change.ts';
import { isSame, type Json, jsonOf, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { match, sameKey } from '../match.ts';
import { changed, code, plain } from '../wording.ts';
import { linkChanges } from './link-changes.ts';
import { furtherOptions, optionChanges } from './panel-options.ts';
import { datasourceChange, queryChanges } from './query-changes.ts';
import { mappingChanges, thresholdChanges } from './thresholds.ts';

/** What a panel shows and how, of two versions of it; not where it stands. */
export function panelChanges(before: Json, after: Json): Note[] {
  const isOtherType = before['type'] !== after['type'];
  return [
    ...(isOtherType ? [typeChange(before, after)] : []),
    ...queryChanges(before, after),
    ...valueChanges(fieldOf(before), fieldOf(after)),
    // The options of two panel types have nothing to do with each other.
    ...(isOtherType ? [] : optionChanges(furtherOptions(before), furtherOptions(after))),
    ...overrideChanges(before, after),
    ...transformationChanges(before, after),
    ...linkChanges(before['links'], after['links']),
    ...settingChanges(before, after),
  ];
}

function typeChange(before: Json, after: Json): Note {
  const [from, to] = [textOf(before['type']), textOf(after['type'])];
  return note('panel-type', `drawn as ${code(to)} instead of ${code(from)}`, {
    before: from,
    after: to,
  });
}

function fieldOf(json: Json): Json {
  return jsonOf(jsonOf(json['fieldConfig'])['defaults']);
}

function valueChanges(before: Json, after: Json): Note[] {
  const [from, to] = [before['unit'], after['unit']];
  const unit =
    from === to ? [] : [note('panel-unit', changed('unit', from, to), { before: from, after: to })];
  return [
    ...unit,
    ...thresholdChanges(before['thresholds'], after['thresholds']),
    ...mappingChanges(before['mappings'], after['mappings']),
    ...linkChanges(before['links'], after['links'], 'value link'),
  ];
}

function overrideChanges(before: Json, after: Json): Note[] {
  const overridesOf = (json: Json) => jsonsOf(jsonOf(json['fieldConfig'])['overrides']);
  const keyOf = ({ matcher }: Json) => stableText(matcher);
  const { pairs, added, removed } = match(overridesOf(before), overridesOf(after), [
    sameKey(keyOf),
  ]);
  return [
    ...added.map((each) =>
      note('panel-override', `override of ${matcherText(each)} added`, {
        after: each['properties'],
      }),
    ),
    ...removed.map((each) =>
      note('panel-override', `override of ${matcherText(each)} dropped`, {
        before: each['properties'],
      }),
    ),
    ...pairs.flatMap((pair) =>
      within(
        `override of ${matcherText(pair.after)}`,
        optionChanges(propertiesOf(pair.before), propertiesOf(pair.after), 'panel-override'),
      ),
    ),
  ];
}

function matcherText({ matcher }: Json): string {
  const { id, options } = jsonOf(matcher);
  const what = typeof options === 'string' ? options : stableText(options ?? '');
  return `${MATCHERS[textOf(id)] ?? plain(textOf(id))} ${code(what)}`;
}

const MATCHERS: Readonly<Record<string, string>> = {
  byName: 'field',
  byRegexp: 'fields like',
  byFrameRefID: 'query',
  byType: 'fields of type',
};

function propertiesOf({ properties }: Json): Json {
  return Object.fromEntries(
    jsonsOf(properties).map(({ id, value }) => [textOf(id).replace(/^custom\./, ''), value]),
  );
}

function transformationChanges(before: Json, after: Json): Note[] {
  const [old, young] = [jsonsOf(before['transformations']), jsonsOf(after['transformations'])];
  if (isSame(old, young)) return [];
  const { pairs, added, removed } = match(old, young, [
    sameKey(stableText),
    sameKey(({ id }) => textOf(id)),
  ]);
  const say = (message: string, facts: { before?: unknown; after?: unknown }) =>
    note('panel-transformation', message, facts);
  const name = ({ id }: Json) => `transformation ${code(textOf(id))}`;
  const notes = [
    ...added.map((each) => say(`${name(each)} added`, { after: each['options'] })),
    ...removed.map((each) => say(`${name(each)} dropped`, { before: each['options'] })),
    ...pairs.flatMap((pair) =>
      within(
        name(pair.after),
        optionChanges(omit(pair.before, 'id'), omit(pair.after, 'id'), 'panel-transformation'),
      ),
    ),
  ];
  return notes.length > 0
    ? notes
    : [say('order of the transformations changed', { before: old, after: young })];
}

/** Of a panel as a whole. */
const SETTINGS: Readonly<Record<string, string>> = {
  transparent: 'transparent background',
  interval: 'least step of the queries',
  maxDataPoints: 'number of points',
  timeFrom: 'time range of its own',
  timeShift: 'time shift',
  hideTimeOverride: 'hiding of the time range',
  repeat: 'repeated for each value of',
  repeatDirection: 'direction of the repetition',
  maxPerRow: 'repetitions in a line',
};

const SAID = [
  ...['id', 'gridPos', 'title', 'type', 'targets', 'fieldConfig', 'options', 'transformations'],
  ...['links', 'datasource', 'description', 'pluginVersion', ...Object.keys(SETTINGS)],
];

function settingChanges(before: Json, after: Json): Note[] {
  const notes: Note[] = datasourceChange(
    before['datasource'],
    after['datasource'],
    'panel-setting',
  );
  if (before['description'] !== after['description']) {
    const [from, to] = [before['description'], after['description']];
    notes.push(
      note('panel-setting', textMessage('description', from, to), { before: from, after: to }),
    );
  }
  for (const [key, what] of Object.entries(SETTINGS)) {
    const [from, to] = [before[key], after[key]];
    if (isSame(from, to)) continue;
    notes.push(note('panel-setting', changed(what, from, to), { before: from, after: to }));
  }
  return [...notes, ...optionChanges(omit(before, ...SAID), omit(after, ...SAID), 'panel-setting')];
}

/** What happened to a text that is too long to be said. */
export function textMessage(what: string, before: unknown, after: unknown): string {
  if (textOf(before) === '') return `${what} added: ${code(textOf(after))}`;
  return textOf(after) === '' ? `${what} dropped` : `${what} is now ${code(textOf(after))}`;
}
