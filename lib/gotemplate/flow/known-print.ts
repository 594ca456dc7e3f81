import { verbsOf } from '../format-verbs.ts';
import type { KnownText } from '../query-text.ts';
import type { Fact } from './fact.ts';

/** What `printf` makes of these, with stand-ins for what is not known; nothing when the format is not. */
export function knownPrintf([format, ...args]: readonly Fact[]): KnownText | undefined {
  const pattern = format?.text;
  if (pattern?.exact !== true) return undefined;
  let text = '';
  let exact = true;
  let end = 0;
  let at = 0;
  for (const verb of verbsOf(pattern.text)) {
    text += pattern.text.slice(end, verb.start);
    end = verb.end;
    if (verb.letter === '%') {
      text += '%';
      continue;
    }
    const piece = knownValue(args[(verb.index ?? at + 1) - 1]);
    at = verb.index ?? at + 1;
    exact &&= piece.exact && 'sv'.includes(verb.letter);
    text += verb.letter === 'q' ? `"${piece.text}"` : piece.text;
  }
  return { text: text + pattern.text.slice(end), exact };
}

/** What `print` or `println` makes of these: blanks stand between what are not strings. */
export function knownPrint(facts: readonly Fact[], name: 'print' | 'println'): KnownText {
  let text = '';
  facts.forEach((fact, at) => {
    const before = facts[at - 1];
    const blank = before !== undefined && (name === 'println' || !(isText(before) || isText(fact)));
    text += (blank ? ' ' : '') + knownValue(fact).text;
  });
  const exact = facts.every((fact) => knownValue(fact).exact);
  return { text: name === 'println' ? `${text}\n` : text, exact };
}

function isText({ type }: Fact): boolean {
  return type.kind === 'string' || type.kind === 'any';
}

function knownValue(fact: Fact | undefined): KnownText {
  if (fact?.text !== undefined) return fact.text;
  const kind = fact?.type.kind;
  const isNumber = kind === 'int' || kind === 'float' || kind === 'value';
  return { text: isNumber ? '0' : 'x', exact: false };
}
