import { describe, expect, it } from 'vitest';

import { Duration } from '../../lib/catalog/index.ts';
import { sampleValues } from '../../lib/emit/sample-values.ts';
import {
  bursts,
  constant,
  missing,
  ramp,
  rising,
  type Samples,
  stale,
  stepAt,
} from '../../lib/model/index.ts';

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
    ['a step', stepAt('2m', 0, 1), '0x1 1x2'],
    ['a ramp', ramp(100, 40, '2m'), '100-30x1 40x2'],
    ['bursts', bursts(10, '2m'), '0x1 10x1 20'],
    ['bursts, scaled', bursts(10, '2m').mapped((v) => v * 2), '0x1 20x1 40'],
    ['a gap', rising(1).gap('1m', '2m'), '0 _x2 180+60x1'],
    ['a gap to the end', rising(1).gap('3m', '5m'), '0+60x2 _x2'],
    ['a gap in bursts', bursts(10, '2m').gap('1m', '2m'), '0 _x2 10 20'],
    ['a reset', rising(1).resetAt('2m'), '0+60x1 0+60x2'],
    ['a reset of a counter that was there before', rising(1, 900).resetAt('2m'), '900+60x1 0+60x2'],
    [
      'a reset and a part after it',
      rising(1).lasting('3m').then(rising(2, 180)).resetAt('2m'),
      '0+60x1 0 60+120x1',
    ],
    ['a target that goes away', constant(1).staleAt('2m'), '1x1 stale _x2'],
    ['a counter tilted', rising(1).tilted(0.5), '0+90x4'],
    ['half of the way to another', rising(1).towards(rising(3), 0.5), '0+120x4'],
    ['half of the way to a step', constant(0).towards(stepAt('2m', 0, 10), 0.5), '0x1 5x2'],
    ['not a number', constant(NaN).lasting('2m').then(constant(1)), 'NaN NaN 1x2'],
    ['infinity', constant(-Infinity), '-Inf -Inf -Inf -Inf -Inf'],
  ])('%s', (_, samples, values) => {
    expect(sampleValues(samples, Duration.minutes(1), Duration.minutes(4))).toBe(values);
  });

  it('counts samples, not minutes, at a finer interval', () => {
    expect(sampleValues(rising(1), Duration.seconds(15), Duration.minutes(1))).toBe('0+15x4');
  });
});
