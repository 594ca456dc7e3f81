import { describe, expect, it } from 'vitest';

import { any, type MetricSpecs } from '../../lib/index.ts';
import { compare } from '../../scripts/catalog-check/compare.ts';
import { readExposition } from '../../scripts/catalog-check/exposition.ts';
import { compareVersions, versionIn } from '../../scripts/catalog-check/version.ts';

describe('readExposition', () => {
  it('reads types and label sets', () => {
    const { types, series } = readExposition(
      [
        '# HELP jobs_total Jobs, by {kind}.',
        '# TYPE jobs_total counter',
        'jobs_total{kind="a"} 1',
        'jobs_total{kind="b"} 2 1700000000000',
        'up 1',
      ].join('\n'),
    );
    expect([...types]).toEqual([['jobs_total', 'counter']]);
    expect([...series.keys()]).toEqual(['jobs_total', 'up']);
    expect(series.get('jobs_total')?.map((labels) => labels.get('kind'))).toEqual(['a', 'b']);
  });

  it.each([
    ['x{a="1",b="2"} 1', { a: '1', b: '2' }],
    ['x{a="1", b="2",} 1', { a: '1', b: '2' }],
    ['x{a="b\\"c,d=\\"}"} 1', { a: 'b\\"c,d=\\"}' }],
    ['x{a=""} 1', {}],
    ['x 1', {}],
  ])('reads the labels of %s', (line, labels) => {
    expect(Object.fromEntries(readExposition(line).series.get('x')?.[0] ?? [])).toEqual(labels);
  });
});

describe('versions', () => {
  it.each([
    ['node_exporter, version 1.5.0 (branch: debian/sid)', '1.5.0'],
    ['Redis Metrics Exporter 1.45.0-2+b4    build date: 20230409-10:15:07 Go: go1.19.8', '1.45.0'],
    ['Redis server v=7.0.15 sha=00000000:0', '7.0.15'],
    ['no number', undefined],
  ])('of %s', (text, version) => {
    expect(versionIn(text)).toBe(version);
  });

  it.each([
    ['0.11.1', '0.12', -1],
    ['0.12.0', '0.12', 0],
    ['0.17.1', '0.17', 0],
    ['0.18.0', '0.17', 1],
    ['1.0.0', '0.17', 1],
    ['0.9.0', '0.10', -1],
  ])('%s and %s', (version, bound, sign) => {
    expect(Math.sign(compareVersions(version, bound))).toBe(sign);
  });
});

describe('compare', () => {
  const specs = {
    jobs_total: { kind: 'counter', unit: 'jobs', help: 'Jobs.', labels: { kind: ['a', 'b'] } },
  } as const;
  const old = { jobs_total: { ...specs.jobs_total, until: '1.2' } };
  const recent = { jobs_total: { ...specs.jobs_total, since: '1.4' } };
  const rare = { jobs_total: { ...specs.jobs_total, optional: true } } as const;
  const open: MetricSpecs = { jobs_total: { ...specs.jobs_total, labels: { kind: any } } };

  const TYPE = '# TYPE jobs_total counter\n';
  const FINE = `${TYPE}jobs_total{kind="a"} 1`;

  it.each([
    ['the same', specs, FINE, []],
    ['nothing', specs, '', [{ what: 'is missing' }]],
    ['nothing yet', recent, '', [{ what: 'is missing', why: 'only since 1.4' }]],
    ['nothing any more', old, '', [{ what: 'is missing', why: 'only until 1.2' }]],
    ['nothing of what is optional', rare, '', [{ what: 'is missing', why: 'optional' }]],
    [
      'another type',
      specs,
      '# TYPE jobs_total gauge\njobs_total{kind="a"} 1',
      [{ what: 'is a gauge, declared a counter' }],
    ],
    ['no label', specs, `${TYPE}jobs_total 1`, [{ what: 'lacks label kind' }]],
    [
      'one more label',
      specs,
      `${TYPE}jobs_total{kind="a",pod="b"} 1`,
      [{ what: 'has label pod, which is not declared' }],
    ],
    [
      'another value',
      specs,
      `${TYPE}jobs_total{kind="c"} 1`,
      [{ what: 'has kind="c", which is not declared' }],
    ],
    ['any value of an open label', open, `${TYPE}jobs_total{kind="c"} 1`, []],
  ])('finds %s', (_, declared, text, expected) => {
    const found = compare(declared, readExposition(text), '1.3.0', []);
    expect(found).toEqual(expected.map((each) => ({ metric: 'jobs_total', ...each })));
  });

  it('looks at the series of a histogram and a summary', () => {
    const kinds = {
      h_seconds: { kind: 'histogram', unit: 'seconds', help: 'H.' },
      s_seconds: { kind: 'summary', unit: 'seconds', help: 'S.', quantiles: [] },
      i_info: { kind: 'info', help: 'I.' },
    } as const;
    const text = [
      '# TYPE h_seconds histogram',
      'h_seconds_bucket{le="+Inf"} 1',
      '# TYPE s_seconds summary',
      's_seconds_sum 1',
      '# TYPE i_info gauge',
      'i_info 1',
    ].join('\n');
    expect(compare(kinds, readExposition(text), '1.0', [])).toEqual([]);
  });

  it.each([
    ['1.2.9', [{ metric: 'jobs_total', what: 'lacks label kind', why: 'because' }]],
    ['1.3.0', [{ metric: 'jobs_total', what: 'lacks label kind' }]],
  ])('explains what is known, of version %s', (version, expected) => {
    const known = [{ metric: /^jobs_/, what: /^lacks label kind$/, until: '1.2', why: 'because' }];
    const found = compare(specs, readExposition(`${TYPE}jobs_total 1`), version, known);
    expect(found).toEqual(expected);
  });
});
