import { describe, expect, it } from 'vitest';

import { formatFloat } from '../../../lib/gotemplate/render/format-float.ts';

describe('halves go to the even digit, unless the binary value is off', () => {
  it.each([
    [0.5, 0, '0'],
    [1.5, 0, '2'],
    [2.5, 0, '2'],
    [2.5000000000000004, 0, '3'],
    [0.125, 2, '0.12'],
    [0.375, 2, '0.38'],
    [1.005, 2, '1.00'],
    [9.995, 2, '9.99'],
    [9.996, 2, '10.00'],
    [0.04, 1, '0.0'],
    [0.06, 1, '0.1'],
    [0, 2, '0.00'],
    [-0.001, 2, '-0.00'],
    [5e-324, 1, '0.0'],
    [1e21, 0, '1000000000000000000000'],
  ])('%d with %d decimals', (value, decimals, expected) => {
    expect(formatFloat(value, 'f', decimals)).toBe(expected);
  });
});

describe('`g` changes to an exponent', () => {
  it.each([
    [999999, undefined, '999999'],
    [1000000, undefined, '1e+06'],
    [0.0001, undefined, '0.0001'],
    [0.00001, undefined, '1e-05'],
    [123456.789, undefined, '123456.789'],
    [12345, 4, '1.234e+04'],
    [1234, 4, '1234'],
    [99999, 4, '1e+05'],
    [100, 1, '1e+02'],
    [0, 4, '0'],
    [0.1, 0, '0.1'],
  ])('%d with %s digits', (value, digits, expected) => {
    expect(formatFloat(value, 'g', digits)).toBe(expected);
  });
});

describe('`e`', () => {
  it.each([
    [0, 2, '0.00e+00'],
    [9.99, 1, '1.0e+01'],
    [1e-7, 6, '1.000000e-07'],
    [123456, undefined, '1.23456e+05'],
  ])('%d with %s digits', (value, digits, expected) => {
    expect(formatFloat(value, 'e', digits)).toBe(expected);
  });
});
