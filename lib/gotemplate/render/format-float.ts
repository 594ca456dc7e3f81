/**
 * A float64 as Go's `%e`, `%f` and `%g` print it. Rounds the exact binary value, and halves to even, which JavaScript does not.
 *
 * @param precision digits after the point, for `g` all digits; absent: as many as are needed to read the same value back
 *
 * @example
 * formatFloat(1000000, 'g')   // '1e+06'
 * formatFloat(2.5, 'f', 0)    // '2'
 * formatFloat(1234.5, 'g', 4) // '1234'
 */
export function formatFloat(value: number, verb: 'e' | 'f' | 'g', precision?: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + formatMagnitude(Math.abs(value), verb, precision);
}

/** `0.digits * 10^point`. */
interface Decimal {
  readonly digits: string;
  readonly point: number;
}

function formatMagnitude(size: number, verb: 'e' | 'f' | 'g', precision?: number): string {
  if (precision === undefined) return place(shortest(size), verb);
  const exact = expand(size);
  if (verb === 'f') return fixed(round(exact, exact.point + precision), precision);
  // No digits at all mean one.
  const digits = verb === 'e' ? precision + 1 : Math.max(precision, 1);
  const rounded = round(exact, digits);
  if (verb === 'e') return scientific(rounded, precision);
  return general(rounded, Math.max(precision, 1));
}

function place(decimal: Decimal, verb: 'e' | 'f' | 'g'): string {
  const { digits, point } = decimal;
  if (verb === 'f') return fixed(decimal, Math.max(digits.length - point, 0));
  const short = verb === 'g' && point - 1 >= -4 && point - 1 < SHORTEST_LIMIT;
  return short
    ? fixed(decimal, Math.max(digits.length - point, 0))
    : scientific(decimal, digits.length - 1);
}

/** A million is `1e+06`. */
const SHORTEST_LIMIT = 6;

function general(decimal: Decimal, precision: number): string {
  const digits = decimal.digits.replace(/0+$/, '') || '0';
  const { point } = decimal;
  const exponent = point - 1;
  const limit = precision > digits.length && digits.length >= point ? digits.length : precision;
  const trimmed = { digits, point };
  if (exponent < -4 || exponent >= limit) return scientific(trimmed, digits.length - 1);
  return fixed(trimmed, Math.max(digits.length - point, 0));
}

function scientific({ digits, point }: Decimal, decimals: number): string {
  const isZero = /^0*$/.test(digits);
  const exponent = isZero ? 0 : point - 1;
  const fraction = decimals > 0 ? `.${digits.slice(1).padEnd(decimals, '0')}` : '';
  const size = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits.charAt(0) || '0'}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
}

function fixed({ digits, point }: Decimal, decimals: number): string {
  const whole = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  if (decimals === 0) return whole;
  const leading = '0'.repeat(Math.min(Math.max(-point, 0), decimals));
  const fraction = leading + digits.slice(Math.max(point, 0));
  return `${whole}.${fraction.slice(0, decimals).padEnd(decimals, '0')}`;
}

/** The fewest digits that are read as the same value: JavaScript's and Go's are the same. */
function shortest(size: number): Decimal {
  if (size === 0) return { digits: '0', point: 1 };
  const [mantissa = '', exponent = ''] = size.toExponential().split('e');
  return { digits: mantissa.replace('.', ''), point: Number(exponent) + 1 };
}

/** All digits of the value, which is a whole number of powers of two. */
function expand(size: number): Decimal {
  if (size === 0) return { digits: '0', point: 1 };
  let twos = 0;
  let mantissa = size;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    twos++;
  }
  // mantissa / 2^twos = mantissa * 5^twos / 10^twos
  const digits = (BigInt(mantissa) * 5n ** BigInt(twos)).toString();
  return { digits, point: digits.length - twos };
}

/** Keeps this many digits. */
function round({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits: digits.padEnd(count, '0'), point };
  if (count < 0) return { digits: '0', point: 1 };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const isOdd = /[13579]$/.test(kept);
  if (rest < half || (rest === half && !isOdd)) {
    return count === 0 ? { digits: '0', point: 1 } : { digits: kept, point };
  }
  const up = (BigInt(kept || '0') + 1n).toString().padStart(count, '0');
  // 9.99 becomes 10.0.
  return { digits: up.slice(0, Math.max(count, 1)), point: point + up.length - count };
}
