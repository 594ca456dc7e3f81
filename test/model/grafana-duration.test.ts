import { expect, it } from 'vitest';

import { Duration } from '../../lib/catalog/index.ts';
import { dashboard, grafanaDuration } from '../../lib/model/index.ts';

it.each([
  { of: '30s', is: '30s' },
  { of: '90m', is: '90m' },
  { of: '1h30m', is: '90m' },
  { of: '2w', is: '14d' },
  { of: '500ms', is: '500ms' },
  { of: '0s', is: '0s' },
])('$of in one unit', ({ of, is }) => {
  expect(grafanaDuration(Duration.of(of))).toBe(is);
});

it.each([
  { time: undefined, from: 'now-6h', to: 'now' },
  { time: '24h', from: 'now-24h', to: 'now' },
  { time: Duration.minutes(90), from: 'now-90m', to: 'now' },
  { time: { from: 'now/d', to: 'now/d' }, from: 'now/d', to: 'now/d' },
] as const)('a dashboard of $time', ({ time, from, to }) => {
  const spec = { uid: 'u', title: 't', rows: [] };
  expect(dashboard(time === undefined ? spec : { ...spec, time }).time).toEqual({ from, to });
});
