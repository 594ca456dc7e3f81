import { describe, expect, it } from 'vitest';

import { Duration } from '../../lib/catalog/index.ts';
import { sampleValues } from '../../lib/emit/sample-values.ts';
import { type Distribution, distribution, inBuckets } from '../../lib/model/index.ts';

/** The series of a histogram of the buckets 1, 2 and 4, over two minutes. */
function series(of: Distribution): Readonly<Record<string, string>> {
  const minute = Duration.minutes(1);
  return Object.fromEntries(
    of
      .seriesOf([1, 2, 4])
      .map(({ suffix, le = '', samples }) => [
        `${suffix}${le}`,
        sampleValues(samples, minute, Duration.minutes(2)),
      ]),
  );
}

describe('distribution', () => {
  it.each<[string, Distribution, Readonly<Record<string, string>>]>([
    [
      'spreads evenly between two quantiles',
      distribution({ p50: 2, p100: 4 }, 1),
      {
        _bucket1: '0+15x2',
        _bucket2: '0+30x2',
        _bucket4: '0+60x2',
        '_bucket+Inf': '0+60x2',
        _sum: '0+120x2',
        _count: '0+60x2',
      },
    ],
    [
      'goes on above the last quantile as before it',
      distribution({ p50: 4 }, 1),
      {
        _bucket1: '0+7.5x2',
        _bucket2: '0+15x2',
        _bucket4: '0+30x2',
        '_bucket+Inf': '0+60x2',
        _sum: '0+240x2',
        _count: '0+60x2',
      },
    ],
    [
      'reads durations',
      distribution({ p50: '500ms', p100: '1s' }, 2),
      {
        _bucket1: '0+120x2',
        _bucket2: '0+120x2',
        _bucket4: '0+120x2',
        '_bucket+Inf': '0+120x2',
        _sum: '0+60x2',
        _count: '0+120x2',
      },
    ],
    [
      'goes on from where the part before it ended',
      distribution({ p100: 1 }, 1)
        .lasting('1m')
        .then(distribution({ p100: 1 }, 2)),
      {
        _bucket1: '0 60+120x1',
        _bucket2: '0 60+120x1',
        _bucket4: '0 60+120x1',
        '_bucket+Inf': '0 60+120x1',
        _sum: '0 30+60x1',
        _count: '0 60+120x1',
      },
    ],
  ])('%s', (_, of, expected) => {
    expect(series(of)).toEqual(expected);
  });
});

describe('inBuckets', () => {
  it.each<[string, Distribution, Readonly<Record<string, string>>]>([
    [
      'adds up buckets, with observations in the middle of each',
      inBuckets({ 1: 3, 4: 1 }),
      {
        _bucket1: '0+180x2',
        _bucket2: '0+180x2',
        _bucket4: '0+240x2',
        '_bucket+Inf': '0+240x2',
        _sum: '0+270x2',
        _count: '0+240x2',
      },
    ],
    [
      'takes those beyond the last bucket to lie at its bound',
      inBuckets({ [Infinity]: 1 }),
      {
        _bucket1: '0x2',
        _bucket2: '0x2',
        _bucket4: '0x2',
        '_bucket+Inf': '0+60x2',
        _sum: '0+240x2',
        _count: '0+60x2',
      },
    ],
    [
      'believes a mean',
      inBuckets({ [Infinity]: 1 }, { mean: 10 }),
      {
        _bucket1: '0x2',
        _bucket2: '0x2',
        _bucket4: '0x2',
        '_bucket+Inf': '0+60x2',
        _sum: '0+600x2',
        _count: '0+60x2',
      },
    ],
  ])('%s', (_, of, expected) => {
    expect(series(of)).toEqual(expected);
  });
});
