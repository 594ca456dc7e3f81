import { expect, it } from 'vitest';

import { recordParts } from '../../../scripts/conformance/record-parts.ts';

const file = (expr: string) =>
  `groups:\n  - name: g\n    rules:\n      - record: a:b\n        expr: ${expr}\n`;

it.each([
  {
    name: 'a metric keeps its name',
    expr: 'foo / bar',
    parts: { foo: [{ job: 'a' }] },
    is: 'foo / bar',
    series: [{ __name__: 'foo', job: 'a' }],
  },
  {
    name: 'a part becomes a metric',
    expr: '(foo / bar) / baz',
    parts: { '(foo / bar)': [{ job: 'a' }] },
    is: 'part:0 / baz',
    series: [{ __name__: 'part:0', job: 'a' }],
  },
  {
    name: 'a condition is not asked for',
    expr: 'min_over_time((foo > 0)[30m:1m]) / baz',
    parts: { 'min_over_time(foo[30m:1m])': [] },
    is: 'part:0 / baz',
    series: [],
  },
  {
    name: 'what is not a part of it stays out',
    expr: 'foo / bar',
    parts: { 'sum(foo)': [{ job: 'a' }] },
    is: 'foo / bar',
    series: [{ __name__: 'part:0', job: 'a' }],
  },
])('$name', ({ expr, parts, is, series }) => {
  expect(recordParts(file(expr), parts)).toEqual({ text: file(is), series });
});
