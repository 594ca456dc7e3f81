import { describe, expect, it } from 'vitest';

import { Duration } from '../../lib/catalog/index.ts';
import { sampleValues } from '../../lib/emit/sample-values.ts';
import { constant, missing, rising, type Samples, stale } from '../../lib/model/index.ts';

describe('sampleValues, to the minute 4', () => {
  it.each<[string, Samples, string]>([
    ['a constant', constant(5), '5x4'],
    ['a negative constant', constant(-1.5), '-1.5x4'],
    ['a counter', rising(0.5), '0+30x4'],
    ['a counter with a start', rising(1, 100), '100+60x4'],
    ['a falling gauge', rising(-1, 100), '100-60x4'],
    ['a rate that binary fractions cannot hold', rising(0.57), '0+34.2x4'],
    ['a rate that is a third', rising(5 / 1800), '0+0.16666666666666669x4'],
    ['nothing', missing(), '_x5'],
    ['a stale series', stale(), 'stale _x4'],
    ['one value and another', constant(1).lasting('1m').then(constant(2)), '1 2x3'],
    ['parts', constant(0).lasting('2m').then(rising(1)), '0x1 0+60x2'],
    ['a part that the test does not reach', constant(1).lasting('1h').then(constant(2)), '1x4'],
    ['parts that end before the test', constant(1).lasting('2m'), '1x1 _x3'],
    ['one gap', missing().lasting('1m').then(constant(1)), '_ 1x3'],
    ['not a number', constant(NaN).lasting('2m').then(constant(1)), 'NaN NaN 1x2'],
    ['infinity', constant(-Infinity), '-Inf -Inf -Inf -Inf -Inf'],
  ])('%s', (_, samples, values) => {
    expect(sampleValues(samples, Duration.minutes(1), Duration.minutes(4))).toBe(values);
  });

  it('counts samples, not minutes, at a finer interval', () => {
    expect(sampleValues(rising(1), Duration.seconds(15), Duration.minutes(1))).toBe('0+15x4');
  });
});
