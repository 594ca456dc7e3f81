/**
 * A regular expression without groups around the whole of it. Groups with flags stay, but for `s`, which Prometheus sets.
 *
 * @example
 * withoutGroups('((?:a|b))') // 'a|b'
 * withoutGroups('(a)|(b)')   // '(a)|(b)'
 */
export function withoutGroups(regex: string): string {
  const [, open = ''] = /^(\((?:\?s?:)?)(?!\?)/.exec(regex) ?? [];
  if (open === '' || closingOf(regex) !== regex.length - 1) return regex;
  return withoutGroups(regex.slice(open.length, -1));
}

/**
 * The alternatives of a regular expression, outside of all groups.
 *
 * @example
 * alternativesOf('a|(b|c)') // ['a', '(b|c)']
 */
export function alternativesOf(regex: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  eachSymbol(regex, (symbol, depth, at) => {
    if (symbol !== '|' || depth > 0) return;
    found.push(regex.slice(start, at));
    start = at + 1;
  });
  return [...found, regex.slice(start)];
}

/**
 * The only text that a regular expression matches; `undefined` where there are more.
 *
 * @example
 * literalOf('a\\.b') // 'a.b'
 * literalOf('a.b')   // undefined
 */
export function literalOf(regex: string): string | undefined {
  const bare = withoutGroups(regex.replaceAll('(?:)', ''));
  const unescaped = bare.replace(/\\([^\w\s])/g, (_, symbol: string) => PLACEHOLDER + symbol);
  if (/(?<!\0)[\\^$.|?*+()[\]{}]/.test(unescaped)) return undefined;
  return unescaped.replaceAll(PLACEHOLDER, '');
}

/** Stands before what was escaped; in no pattern. */
const PLACEHOLDER = '\0';

/** The end of the group that a regular expression begins with. */
function closingOf(regex: string): number | undefined {
  let found: number | undefined;
  eachSymbol(regex, (symbol, depth, at) => {
    if (symbol === ')' && depth === 0) found ??= at;
  });
  return found;
}

/** Every character that is no escape and in no class, with the number of groups around it. */
function eachSymbol(
  regex: string,
  take: (symbol: string, depth: number, at: number) => void,
): void {
  let depth = 0;
  for (const { 0: symbol, index } of regex.matchAll(/\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\]/gs)) {
    if (symbol === ')') depth--;
    if (symbol.length === 1) take(symbol, depth, index);
    if (symbol === '(') depth++;
  }
}
