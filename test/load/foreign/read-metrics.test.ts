import { expect, it } from 'vitest';

import { readMetrics } from '../../../lib/load/foreign/metrics/read-metrics.ts';

/** Name, kind, unit, labels and bounds of every declaration. */
const read = (...texts: readonly string[]) =>
  readMetrics(texts.map((text) => ({ file: 'm.txt', text }))).value.map(
    ({ name, kind, unit, labels, buckets, quantiles }) =>
      [name, kind, unit, Object.keys(labels).join(), ...(buckets ?? quantiles ?? [])].join(' '),
  );

it.each([
  {
    name: 'text',
    texts: [
      '# HELP a_total A.\n# TYPE a_total counter\na_total{code="2\\"}0",method="x"} 1\n# a comment\n',
    ],
    is: ['a_total counter unknown code,method'],
  },
  {
    name: 'histograms and summaries',
    texts: [
      '# TYPE h_seconds histogram\nh_seconds_bucket{le="0.5"} 1\nh_seconds_bucket{le="+Inf"} 1\nh_seconds_sum 1 1700000000000\n',
      '# TYPE s summary\ns{quantile="0.9",a="b"} NaN\ns_sum{a="b"} 1\n',
    ],
    is: ['h_seconds histogram seconds  0.5', 's summary unknown a 0.9'],
  },
  {
    name: 'OpenMetrics',
    texts: [
      '# TYPE a_seconds counter\n# UNIT a_seconds seconds\na_seconds_total 1 # {trace_id="x"} 1\n# EOF\n',
    ],
    is: ['a_seconds_total counter seconds '],
  },
  {
    name: 'one without type, which may be either',
    texts: ['a{b="c"} 1'],
    is: ['a counter unknown b', 'a gauge unknown b'],
  },
  {
    name: 'series that differ in their labels',
    texts: ['# TYPE a gauge\na{b="c"} 1\na{d="e"} 1\n'],
    is: ['a gauge unknown b', 'a gauge unknown d'],
  },
  {
    name: 'quoted names',
    texts: ['{"a.b",c="d"} 1'],
    is: ['a.b counter unknown c', 'a.b gauge unknown c'],
  },
  {
    name: 'metadata and series of the API',
    texts: [
      '{"status":"success","data":{"a":[{"type":"gauge","help":"","unit":""}]}}',
      '{"status":"success","data":[{"__name__":"a","job":"x","pod":"y"}]}',
    ],
    is: ['a gauge unknown job,pod'],
  },
])('reads $name', ({ texts, is }) => {
  expect(read(...texts)).toEqual(is);
});

it.each([
  { of: 'the API', text: '{"data":[{"__name__":"a","b":"c"}]}', is: true },
  { of: 'a target', text: 'a{b="c"} 1', is: undefined },
  { of: 'metadata', text: '{"data":{"a":[{"type":"gauge"}]}}', is: undefined },
])('takes the labels of series of $of for all: $is', ({ text, is }) => {
  const { value } = readMetrics([{ file: 'm', text }]);
  expect(value[0]?.complete).toBe(is);
});

it.each(['<html>', 'a b c', '{"a":1}', 'a{b="c} 1', '{'])('refuses %s', (text) => {
  const { diagnostics } = readMetrics([{ file: 'm.txt', text }]);
  expect(diagnostics.map(({ code, where }) => `${code} ${where.line}`)).toEqual([
    'metrics-file/unreadable 1',
  ]);
});
