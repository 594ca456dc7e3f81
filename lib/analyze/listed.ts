/**
 * Names as part of a sentence.
 *
 * @example
 * listed(['a', 'b', 'c']) // '`a`, `b` or `c`'
 */
export function listed(names: readonly string[], last = 'or'): string {
  const quoted = names.map((name) => `\`${name}\``);
  if (quoted.length < 2) return quoted.join('');
  return `${quoted.slice(0, -1).join(', ')} ${last} ${quoted.at(-1)}`;
}
