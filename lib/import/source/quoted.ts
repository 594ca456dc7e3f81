/**
 * A TypeScript string literal of any text. What could end the literal, or is read differently than it looks, is escaped:
 * quotes, backslashes, control characters, the line ends of Unicode, characters that change the direction of reading,
 * and surrogates without their partner.
 *
 * @example
 * quoted("it's") // "it's"
 * quoted('${x}`\n') // '${x}`\n', with a backslash and an n
 */
export function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replace(HIDDEN, escaped);
  const plain = inner.replaceAll('\\"', '"');
  // As prettier chooses: the quotes that need fewer escapes, single ones where it is the same.
  return count(text, "'") > count(text, '"') ? `"${inner}"` : `'${plain.replaceAll("'", "\\'")}'`;
}

/** DEL and C1, marks of direction, joiners, line ends of Unicode, the byte order mark. */
const HIDDEN = /[\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/**
 * A text on one line of a comment: nothing in it ends the comment.
 *
 * @example
 * commentText('a\nb *\/ c') // 'a b * / c'
 */
export function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll('*/', '* /')
    .trim();
}
