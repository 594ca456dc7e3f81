import { printDuration as printWhole } from '../catalog/index.ts';

/** Prometheus counts nanoseconds in 64 bits: about 292 years. */
export const MAX_SECONDS = 2 ** 63 / 1e9;

/**
 * A duration as PromQL spells it: as Prometheus does, and in seconds where it is not a whole number of milliseconds.
 *
 * @example
 * printDuration(5_400_000) // 1h30m
 * printDuration(0.5)       // 0.0005
 */
export function printDuration(milliseconds: number): string {
  return Number.isInteger(milliseconds)
    ? printWhole(milliseconds)
    : printDecimal(milliseconds / 1000);
}

/**
 * A number without an exponent, as Prometheus prints it; `Inf` without its `+`, which would bind weaker than `^`.
 *
 * @example
 * printDecimal(1e-7) // 0.0000001
 */
export function printDecimal(value: number): string {
  if (value === Infinity) return 'Inf';
  if (value === -Infinity) return '-Inf';
  const text = String(value);
  const exponent = text.indexOf('e');
  if (exponent === -1) return Object.is(value, -0) ? '-0' : text;
  const sign = value < 0 ? '-' : '';
  const [whole = '', fraction = ''] = text.slice(sign.length, exponent).split('.');
  const shift = Number(text.slice(exponent + 1));
  return shift < 0
    ? `${sign}0.${'0'.repeat(-shift - 1)}${whole}${fraction}`
    : `${sign}${whole}${fraction}${'0'.repeat(shift - fraction.length)}`;
}
