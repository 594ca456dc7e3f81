import { describe, expect, it } from 'vitest';

import { any } from '../../../lib/catalog/index.ts';
import { inferMetrics } from '../../../lib/import/promql/index.ts';
import { parse } from '../../../lib/promql/index.ts';

function inferred(...texts: readonly string[]) {
  const exprs = texts.map((text) => parse(text).expr).filter((expr) => expr !== undefined);
  return inferMetrics(exprs).map(({ name, kind, unit, labels, quantiles }) => ({
    name,
    kind,
    unit,
    labels: Object.keys(labels),
    ...(quantiles === undefined ? {} : { quantiles }),
  }));
}

describe('a catalog of expressions alone', () => {
  it.each([
    ['what is rated is a counter', 'rate(a[5m])', 'a', 'counter', 'unknown'],
    ['what is called total is one', 'a_bytes_total > 0', 'a_bytes_total', 'counter', 'bytes'],
    ['what slopes is a gauge', 'deriv(a_seconds[5m])', 'a_seconds', 'gauge', 'seconds'],
    ['what is neither is a gauge', 'sum(a)', 'a', 'gauge', 'unknown'],
    ['a time is no duration', 'time() - a_time_seconds', 'a_time_seconds', 'gauge', 'timestamp'],
  ])('%s', (_, text, name, kind, unit) => {
    expect(inferred(text)).toEqual([{ name, kind, unit, labels: [] }]);
  });

  it('puts the parts of a histogram together', () => {
    expect(inferred('rate(a_bucket{x="1",le="5"}[5m]) / rate(a_count{y="2"}[5m])')).toEqual([
      { name: 'a', kind: 'histogram', unit: 'unknown', labels: ['x', 'y'] },
    ]);
  });

  it('knows a summary by its quantiles', () => {
    expect(inferred('a{quantile="0.9"}', 'rate(a_sum[5m])')).toEqual([
      { name: 'a', kind: 'summary', unit: 'unknown', labels: [], quantiles: [0.9] },
    ]);
  });

  it('leaves sum and count alone where the name is used as a gauge', () => {
    expect(inferred('a > 1', 'rate(a_count[5m])').map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'gauge'],
      ['a_count', 'counter'],
    ]);
  });

  it('has the labels of matchers, without those of targets that nobody can know', () => {
    expect(
      inferMetrics([parse('a{job="x",zone=~"$zone"}').expr].filter((e) => e !== undefined)),
    ).toMatchObject([{ labels: { zone: any }, jobs: [] }]);
  });

  it.each([
    ['sum by (x) (rate(a_total[5m]))', [['a_total', ['x']]]],
    ['sum by (x) (sum without (y) (a))', [['a', ['x', 'y']]]],
    ['sum by (x) (sum by (y) (a))', [['a', ['y']]]],
    [
      'a * on (x) group_left (y) b',
      [
        ['a', ['x']],
        ['b', ['x', 'y']],
      ],
    ],
    ['sum by (y) (label_replace(a, "y", "$1", "x", "(.*)"))', [['a', ['x']]]],
    [
      'sum by (x) (a) / sum by (x) (b)',
      [
        ['a', ['x']],
        ['b', ['x']],
      ],
    ],
  ] as const)('has the labels that are grouped and matched by: %s', (text, expected) => {
    expect(inferred(text).map(({ name, labels }) => [name, labels])).toEqual(expected);
  });

  it('leaves out what a rule records and what is no name', () => {
    const exprs = [parse('a:b + c + {__name__="x${y}"}').expr].filter((e) => e !== undefined);
    expect(inferMetrics(exprs, new Set(['a:b'])).map(({ name }) => name)).toEqual(['c']);
  });
});
