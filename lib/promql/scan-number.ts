/** Where a number or duration ends, and whether it is spelled well so far. */
export interface NumberScan {
  readonly kind: 'number' | 'duration';
  readonly end: number;
  readonly ok: boolean;
}

/**
 * Finds the end of the number or duration at `start`. The rules are Prometheus's, with their oddities: `5.` and `0x1F` are
 * numbers, `1__0` is not, and neither is `0x1e` at the very end of the text, where the `e` is taken for an exponent.
 * What fails is consumed up to the next character that cannot belong to a word.
 */
export function scanNumber(text: string, start: number): NumberScan {
  const number = scanDigits(text, start);
  if (number.ok) return { kind: 'number', end: number.end, ok: true };
  DURATION.lastIndex = number.end;
  const units = DURATION.exec(text);
  if (units !== null) return { kind: 'duration', end: number.end + units[0].length, ok: true };
  WORD.lastIndex = number.end;
  const rest = WORD.exec(text)?.[0].length ?? 0;
  return { kind: 'number', end: number.end + rest, ok: false };
}

/** What may follow the first digits of a duration; the parser checks the order of the units. */
const DURATION = /[smhdwy]s?(?:\d+[smhdw]s?)*(?!\w)/y;
const WORD = /[\w.]*/y;

/** The value of a number as Prometheus reads it: a leading zero means octal; `undefined` if it is none. */
export function parseNumber(text: string): number | undefined {
  if (/^inf$/i.test(text)) return Infinity;
  if (/^nan$/i.test(text)) return NaN;
  if (/^0x/i.test(text)) {
    return /^0x(?:_?[0-9a-f])+$/i.test(text) ? int64(text) : undefined;
  }
  if (/(?<!\d)_|_(?!\d)/.test(text)) return undefined;
  const digits = text.replaceAll('_', '');
  if (/^0[0-7]+$/.test(digits)) return int64(`0o${digits.slice(1)}`) ?? Number(digits);
  if (!/^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)) return undefined;
  const value = Number(digits);
  return value === Infinity ? undefined : value;
}

function int64(text: string): number | undefined {
  const value = BigInt(text.replaceAll('_', ''));
  return value < 2n ** 63n ? Number(value) : undefined;
}

/** Takes digits, one dot, one exponent and single underscores; in a hexadecimal number an `e` counts as both. */
function scanDigits(text: string, start: number): { end: number; ok: boolean } {
  let at = start;
  const isHex = text[start] === '0' && (text[start + 1] === 'x' || text[start + 1] === 'X');
  if (isHex) at += text[at + 2] === '_' ? 3 : 2;
  const isDigit = isHex ? isHexDigit : isDecimalDigit;

  if (!isHex && text[at] === '.') at++;
  if (isDigit(text.charCodeAt(at))) at++;
  let dot = false;
  let exponent = false;
  for (;;) {
    const char = text[at];
    if (char === '.') {
      at++;
      if (dot || isHex || text[at] === '.' || text[at] === '_') return { end: at, ok: false };
      dot = true;
    } else if (char === 'e' || char === 'E') {
      at++;
      if (exponent) return { end: at, ok: false };
      exponent = true;
      if (text[at] === '+' || text[at] === '-') at++;
      if (at >= text.length || /[._eE]/.test(text[at] ?? '')) return { end: at, ok: false };
    } else if (char === '_') {
      at++;
      if (at >= text.length || /[._eE]/.test(text[at] ?? '')) return { end: at, ok: false };
    } else if (isDigit(text.charCodeAt(at))) {
      while (isDigit(text.charCodeAt(at))) at++;
    } else {
      return { end: at, ok: !isWord(text.charCodeAt(at)) };
    }
  }
}

export function isDecimalDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isHexDigit(code: number): boolean {
  return isDecimalDigit(code) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);
}

/** A letter or `_`. */
export function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isWord(code: number): boolean {
  return isLetter(code) || isDecimalDigit(code);
}
