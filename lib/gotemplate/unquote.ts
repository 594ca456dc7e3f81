/**
 * The value of a Go string literal in double or back quotes; `undefined` if it has an escape that Go refuses.
 *
 * @example
 * unquote('"a\\tb"') // a, a tab, b
 * unquote('"\\d"')   // undefined
 */
export function unquote(literal: string): string | undefined {
  const inner = literal.slice(1, -1);
  if (literal.startsWith('`')) return inner.replaceAll('\r', '');
  return unescapeAll(inner, '"');
}

/** The code point of a Go character literal, such as `'a'`. */
export function unquoteCharacter(literal: string): number | undefined {
  const value = unescapeAll(literal.slice(1, -1), "'");
  return value === undefined || [...value].length !== 1 ? undefined : value.codePointAt(0);
}

const ESCAPE =
  /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([^]))|[^\\]/gu;

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

function unescapeAll(text: string, quote: string): string | undefined {
  let value = '';
  for (const [all, hex, octal, short, long, simple] of text.matchAll(ESCAPE)) {
    const piece = all.startsWith('\\')
      ? (simpleEscape(simple, quote) ?? numeric(hex, octal, short, long))
      : all;
    if (piece === undefined) return undefined;
    value += piece;
  }
  return value.replace(BYTES, decode);
}

/** A byte beyond ASCII is kept as this plus the byte, until its neighbours are known. */
const BYTE = 0xdc00;
const BYTES = /[\uDC80-\uDCFF]+/g;

/** Reads bytes as UTF-8. */
function decode(run: string): string {
  const bytes = Array.from(run, (char) => (char.charCodeAt(0) - BYTE).toString(16));
  try {
    return decodeURIComponent(`%${bytes.join('%')}`);
  } catch {
    return '\uFFFD'.repeat(run.length);
  }
}

function simpleEscape(letter: string | undefined, quote: string): string | undefined {
  if (letter === undefined) return undefined;
  return letter === quote ? letter : SIMPLE[letter];
}

function numeric(
  hex: string | undefined,
  octal: string | undefined,
  short: string | undefined,
  long: string | undefined,
): string | undefined {
  if (hex !== undefined || octal !== undefined) {
    const byte = hex === undefined ? parseInt(octal ?? '', 8) : parseInt(hex, 16);
    if (byte > 0xff) return undefined;
    return String.fromCharCode(byte < 0x80 ? byte : BYTE + byte);
  }
  const code = parseInt(short ?? long ?? '', 16);
  if (Number.isNaN(code) || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  return String.fromCodePoint(code);
}
