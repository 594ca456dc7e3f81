import { describe, expect, it } from 'vitest';

import { parseDuration } from '../../lib/catalog/index.ts';
import { printDecimal, printDuration } from '../../lib/promql/duration.ts';

describe('printDuration', () => {
  it.each([
    [0, '0s'],
    [500, '500ms'],
    [1_500, '1s500ms'],
    [90_000, '1m30s'],
    [5_400_000, '1h30m'],
    [7 * 86_400_000, '1w'],
    [8 * 86_400_000, '8d'],
    [365 * 86_400_000, '1y'],
    [366 * 86_400_000, '366d'],
    [-300_000, '-5m'],
    [0.1, '0.0001'],
  ])('%d', (milliseconds, text) => {
    expect(printDuration(milliseconds)).toBe(text);
  });
});

describe('parseDuration', () => {
  it.each([
    ['5m', 300_000],
    ['1y2w3d4h5m6s7ms', 33_019_506_007],
    ['0s', 0],
    ['', undefined],
    ['5', undefined],
    ['1m1h', undefined],
    ['1m1m', undefined],
    ['1.5m', undefined],
    ['-5m', undefined],
  ])('%s', (text, milliseconds) => {
    expect(parseDuration(text)).toBe(milliseconds);
  });
});

describe('printDecimal', () => {
  it.each([
    [1.5, '1.5'],
    [-1e-7, '-0.0000001'],
    [1.25e-9, '0.00000000125'],
    [1.5e21, '1500000000000000000000'],
    [-0, '-0'],
    [NaN, 'NaN'],
    [-Infinity, '-Inf'],
  ])('%d', (value, text) => {
    expect(printDecimal(value)).toBe(text);
  });
});
