const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|([0-7]{3})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/gsu;

/**
 * The value of a string as it is written, with its quotes. `\xNN` and octal escapes are bytes: together they are read as
 * UTF-8, and a byte that is not part of a character becomes the lone surrogate `0xDC00 + byte`, which `quote` turns back.
 *
 * @example
 * unquote('"a\\"b"') // a"b
 */
export function unquote(literal: string): string {
  const closed = literal.length > 1 && literal.endsWith(literal.charAt(0));
  const inner = literal.slice(1, closed ? -1 : undefined);
  if (literal.startsWith('`') || !inner.includes('\\')) return inner;
  let hasBytes = false;
  const value = inner.replace(ESCAPE, (all, hex, octal, short, long, simple) => {
    if (simple !== undefined) return SIMPLE_ESCAPES[simple] ?? all;
    if (short !== undefined) return String.fromCharCode(parseInt(short, 16));
    if (long !== undefined) return codePoint(parseInt(long, 16));
    const byte = hex === undefined ? parseInt(octal, 8) : parseInt(hex, 16);
    hasBytes ||= byte >= 0x80;
    return String.fromCharCode(byte >= 0x80 ? BYTE + byte : byte);
  });
  return hasBytes ? value.replace(BYTES, decode) : value;
}

/** Whether a value of `unquote` is text, and not bytes. */
export function isUtf8(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}

/**
 * A string as Prometheus prints it: double quotes, Go's escapes for what cannot be seen.
 *
 * @example
 * quote('a"\n') // "a\"\n"
 */
export function quote(value: string): string {
  return PLAIN.test(value) ? `"${value}"` : `"${value.replace(TO_ESCAPE, escape)}"`;
}

const PLAIN = /^[ !#-[\]-~]*$/;
const TO_ESCAPE = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|\uFFFD/gu;

const ESCAPED = new Map(
  Object.entries(SIMPLE_ESCAPES)
    .filter(([letter]) => letter !== "'")
    .map(([letter, char]) => [char, `\\${letter}`]),
);

function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const simple = ESCAPED.get(char);
  if (simple !== undefined) return simple;
  if (code >= BYTE && code < BYTE + 0x100) return `\\x${hexOf(code - BYTE, 2)}`;
  if (code < 0x80) return `\\x${hexOf(code, 2)}`;
  return code > 0xffff ? `\\U${hexOf(code, 8)}` : `\\u${hexOf(code, 4)}`;
}

function hexOf(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}

/** A byte that is not UTF-8 is kept as this plus the byte. */
const BYTE = 0xdc00;
const BYTES = /[\uDC80-\uDCFF]+/g;

/** The platform's own: content files, which reach this one, are type-checked without Node's types. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a run of bytes as UTF-8, as far as it is. */
function decode(run: string): string {
  const bytes = Uint8Array.from(run, (char) => char.charCodeAt(0) - BYTE);
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const size = [2, 3, 4].find((length) => isCharacter(bytes.subarray(at, at + length), length));
    text += size === undefined ? run.charAt(at) : utf8.decode(bytes.subarray(at, at + size));
    at += size ?? 1;
  }
  return text;
}

function isCharacter(bytes: Uint8Array, length: number): boolean {
  if (bytes.length < length) return false;
  try {
    return [...utf8.decode(bytes)].length === 1;
  } catch {
    return false;
  }
}

function codePoint(code: number): string {
  return code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
