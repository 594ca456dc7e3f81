import { regexMatches } from '../../promql/index.ts';

/** What stands for a class of characters. */
const EXAMPLES: readonly (readonly [RegExp, string])[] = [
  [/^\(\?[a-zA-Z]+\)/, ''],
  [/\(\?(?::|P?<\w+>)/g, '('],
  [/\\d(?:[+*]|\{[\d,]+\})?/g, '42'],
  [/\\w(?:[+*]|\{[\d,]+\})?/g, 'name'],
  [/\\s(?:[+*]|\{[\d,]+\})?/g, ' '],
  [/\[0-9\](?:[+*]|\{[\d,]+\})?/g, '7'],
  [/\[[^\]]*\](?:[+*?]|\{[\d,]+\})?/g, 'a'],
  [/\.[+*]\??/g, ' '],
  [/(?<!\\)[\^$()?+*]/g, ''],
  [/\\b/g, ''],
  [/\\(.)/g, '$1'],
];

/**
 * Texts in which a regular expression finds something: one of each alternative, as far as simple examples do.
 *
 * @example
 * textsMatching('ERROR|FATAL') // ['ERROR', 'FATAL']
 * textsMatching('status=5\\d\\d') // ['status=54242']
 */
export function textsMatching(regex: string): readonly string[] {
  const plain = EXAMPLES.reduce((text, [from, to]) => text.replace(from, to), regex);
  const texts = plain.split('|').map((text) => text.trim());
  return [...new Set(texts)].filter((text) => regexMatches(`(?s).*(?:${regex}).*`, text));
}
