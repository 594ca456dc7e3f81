import { anyOf, matches, type ValueMatch } from './where.ts';

/**
 * Matches the bucket of one bound however it is spelled: client libraries write 1 as `1` (Go, JavaScript) or `1.0`
 * (Python, and Prometheus itself from 3.0 on), and a million as `1e+06` or `1000000`.
 */
export function leMatch(bound: number): string | ValueMatch<never> {
  const spellings = [...new Set([goFloat(bound), String(bound), decimal(bound)])];
  const [only] = spellings;
  return spellings.length === 1 && only !== undefined ? only : matches(anyOf(spellings));
}

/** As Go prints a float in its shortest form: an exponent of two digits from 1e6 on and below 1e-4. */
function goFloat(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(value);
  const sign = power < 0 ? '-' : '+';
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
}

/** With a fraction, as OpenMetrics asks. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}
