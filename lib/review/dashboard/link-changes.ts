import { note, type Note, within } from '../change.ts';
import { type Json, jsonsOf, omit, stableText, textOf } from '../json.ts';
import { match, sameKey } from '../match.ts';
import { code, quoted } from '../wording.ts';
import { optionChanges } from './panel-options.ts';

/**
 * What differs between two lists of links.
 *
 * @param what they are called
 */
export function linkChanges(before: unknown, after: unknown, what = 'link'): Note[] {
  const { pairs, added, removed } = match(jsonsOf(before), jsonsOf(after), [
    sameKey(stableText),
    sameKey(({ title }) => textOf(title)),
    sameKey(({ url }) => textOf(url)),
  ]);
  const name = (link: Json) => `${what} ${quoted(textOf(link['title']) || target(link))}`;
  return [
    ...added.map((link) =>
      note('link-added', `${name(link)} to ${code(target(link))} added`, { after: link }),
    ),
    ...removed.map((link) =>
      note('link-removed', `${name(link)} to ${code(target(link))} removed`, { before: link }),
    ),
    ...pairs.flatMap(({ before: old, after: young }) => within(name(young), changesOf(old, young))),
  ];
}

function changesOf(before: Json, after: Json): Note[] {
  const [from, to] = [target(before), target(after)];
  const url =
    from === to
      ? []
      : [
          note('link-changed', `leads to ${code(to)} instead of ${code(from)}`, {
            before: from,
            after: to,
          }),
        ];
  const rest = (link: Json) => omit(link, 'url', 'tags');
  return [...url, ...optionChanges(rest(before), rest(after), 'link-changed')];
}

function target({ url, tags, type }: Json): string {
  if (type === 'dashboards' && Array.isArray(tags))
    return `dashboards with ${tags.join(', ') || 'any tag'}`;
  return textOf(url);
}
