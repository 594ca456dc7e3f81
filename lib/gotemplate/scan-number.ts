/** Where a number ends, and whether it can be one. */
export interface NumberScan {
  readonly end: number;
  readonly ok: boolean;
}

const NUMBER =
  /[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*|0[bB][01_]*|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;
const WORD = /[\p{L}\p{Nd}_]*/uy;

/** Finds the end of the number at `start`: Go's integers, floats and imaginary numbers. */
export function scanNumber(text: string, start: number): NumberScan {
  let end = endOf(NUMBER, text, start);
  // `1+2i`
  if (/^[+-]/.test(text.slice(end, end + 1))) end = endOf(NUMBER, text, end);
  const whole = endOf(WORD, text, end);
  const ok = whole === end && parseNumber(text.slice(start, end)) !== undefined;
  return { end: Math.max(whole, start + 1), ok };
}

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return start + (pattern.exec(text)?.[0].length ?? 0);
}

/** A number as Go reads it where any type will do: the spelling decides whether it is an int or a float64. */
export function parseNumber(
  text: string,
): { readonly value: number; readonly type: 'int' | 'float' | 'other' } | undefined {
  if (/(?<![\da-fA-FxXoObB])_|_(?![\da-fA-F])/.test(text)) return undefined;
  if (text.endsWith('i')) return isComplex(text) ? { value: NaN, type: 'other' } : undefined;
  const sign = text.startsWith('-') ? -1 : 1;
  const digits = text.replace(/^[+-]/, '').replaceAll('_', '');
  const integer = parseInteger(digits);
  if (integer !== undefined) {
    const fits = integer <= Number.MAX_SAFE_INTEGER;
    return { value: sign * Number(integer), type: fits ? 'int' : 'other' };
  }
  if (!/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(digits) || !/[.eE]/.test(digits)) {
    return undefined;
  }
  // Underscores are for prefixed and whole numbers only.
  if (text.includes('_')) return undefined;
  const value = Number(digits);
  return value === Infinity ? undefined : { value: sign * value, type: 'float' };
}

/** `2i` or `1+2i`. */
function isComplex(text: string): boolean {
  const [, real, imaginary = ''] = /^(.*?)([+-]?(?:(?<=[eE])[+-]|[^+-])+)i$/.exec(text) ?? [];
  return [real || '0', imaginary].every((part) => !part.endsWith('i') && parseNumber(part));
}

/** Go keeps unsigned ones too, though no template can use them. */
function parseInteger(digits: string): bigint | undefined {
  const literal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  if (!/^(?:0|[1-9]\d*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)$/.test(literal)) return undefined;
  const value = BigInt(literal);
  return value < 2n ** 64n ? value : undefined;
}
