import { note, type Note, within } from '../change.ts';
import { type Json, jsonOf, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { match, sameKey } from '../match.ts';
import { expressionChanges } from '../query/index.ts';
import { quoted } from '../wording.ts';
import { optionChanges } from './panel-options.ts';

/** What differs between the annotations that two dashboards draw. */
export function annotationChanges(before: Json, after: Json): Note[] {
  const listOf = (json: Json) => jsonsOf(jsonOf(json['annotations'])['list']);
  const { pairs, added, removed } = match(listOf(before), listOf(after), [
    sameKey(({ name }) => textOf(name)),
    sameKey((each) => stableText(omit(each, 'name'))),
  ]);
  const name = (each: Json) => `annotations ${quoted(textOf(each['name']))}`;
  return [
    ...added.map((each) => note('annotation-added', `${name(each)} added`, { after: each })),
    ...removed.map((each) => note('annotation-removed', `${name(each)} removed`, { before: each })),
    ...pairs.flatMap((pair) => within(name(pair.after), changesOf(pair.before, pair.after))),
  ];
}

function changesOf(before: Json, after: Json): Note[] {
  const [from, to] = [textOf(before['expr']), textOf(after['expr'])];
  const isText = from !== '' && to !== '';
  const rest = (json: Json) => (isText ? omit(json, 'expr') : json);
  return [
    ...(isText ? expressionChanges(from, to, true) : []),
    ...optionChanges(rest(before), rest(after), 'annotation-changed'),
  ];
}
