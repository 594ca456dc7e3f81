import { note, type Note, within } from '../change.ts';
import { type Json, jsonsOf, omit, textOf } from '../json.ts';
import { match, sameKey } from '../match.ts';
import { changed, code, quoted } from '../wording.ts';
import { settingNotes } from './settings.ts';

/** What differs between two files that provision datasources of Grafana. */
export function diffDatasources(before: Json, after: Json): Note[] {
  const [old, young] = [jsonsOf(before['datasources']), jsonsOf(after['datasources'])];
  const { pairs, added, removed } = match(old, young, [
    sameKey(({ uid }) => textOf(uid)),
    sameKey(({ name }) => textOf(name)),
  ]);
  const name = (each: Json) => `datasource ${quoted(textOf(each['name']) || textOf(each['uid']))}`;
  const SAID = ['datasources', 'apiVersion'];
  return [
    ...added.map((each) =>
      note(
        'datasource-added',
        `${name(each)} added, ${code(textOf(each['type']))} at ${code(textOf(each['url']))}`,
      ),
    ),
    ...removed.map((each) => note('datasource-removed', `${name(each)} removed`)),
    ...pairs.flatMap((pair) => within(name(pair.after), changesOf(pair.before, pair.after))),
    ...settingNotes(omit(before, ...SAID), omit(after, ...SAID), 'datasource-setting'),
  ];
}

function changesOf(before: Json, after: Json): Note[] {
  const named = ['name', 'uid', 'type', 'url'].flatMap((key) => {
    const [from, to] = [before[key], after[key]];
    return from === to
      ? []
      : [note('datasource-setting', changed(key, from, to), { before: from, after: to })];
  });
  const [was, is] = [before['isDefault'] === true, after['isDefault'] === true];
  const isDefault =
    was === is
      ? []
      : [
          note('datasource-setting', is ? 'is now the default' : 'is no longer the default', {
            before: was,
            after: is,
          }),
        ];
  const rest = (each: Json) => {
    const { editable, ...others } = omit(each, 'name', 'uid', 'type', 'url', 'isDefault');
    return editable === true ? { ...others, editable } : others;
  };
  return [...named, ...isDefault, ...settingNotes(rest(before), rest(after), 'datasource-setting')];
}
