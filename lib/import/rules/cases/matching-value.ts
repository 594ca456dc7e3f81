import type { Matcher } from '../../../promql/index.ts';
import { passes } from './evaluate.ts';

/**
 * A value that passes all matchers of a label: the first of those preferred that does, else one that the regular
 * expressions suggest. `''` is a label that is not there; `undefined` where none is found.
 */
export function matchingValue(
  matchers: readonly Matcher[],
  preferred: readonly string[],
): string | undefined {
  const suggested = matchers.flatMap(({ op, value }) =>
    op === '=' ? [value] : op === '=~' ? suggestions(value) : [],
  );
  const candidates = [...preferred, ...suggested, '1', 'other', ''];
  return candidates.find((value) => matchers.every((matcher) => passes(matcher, value)));
}

/** Texts that a regular expression may match, made of its alternatives with their operators taken out. */
function suggestions(regex: string): readonly string[] {
  const outer = /^\((?:\?:)?([^()]*)\)$/.exec(regex)?.[1] ?? regex;
  const flat = outer.replace(/\((?:\?:)?([^()|]*)(?:\|[^()]*)?\)/g, '$1');
  return [...outer.split('|'), ...flat.split('|')].flatMap((part) => [
    plain(part, ''),
    plain(part, '1'),
    plain(part, 'a'),
  ]);
}

function plain(part: string, filler: string): string {
  return part
    .replace(/^\^|\$$/g, '')
    .replace(/\[([^\]^])[^\]]*\](?:[*+?]|\{\d+(?:,\d*)?\})?/g, '$1')
    .replace(/\\d(?:[*+]|\{\d+\})?/g, '1')
    .replace(/(?<!\\)\.[*+?]?/g, filler)
    .replace(/\\(.)/g, '$1')
    .replace(/[*+?]/g, '');
}
