import { expect, it } from 'vitest';

import { Exceptions, placedAllows } from '../../lib/analyze/index.ts';
import type { Diagnostic } from '../../lib/diagnostics/index.ts';
import type { PlacedAllow, System } from '../../lib/model/index.ts';

const FOUND: Diagnostic = {
  code: 'unit/mismatch',
  severity: 'error',
  message: 'm',
  where: { file: 'd.ts', line: 5, path: ['dashboard d', 'panel "P"', 'query A'] },
};

const ALLOW: PlacedAllow = {
  code: 'unit/mismatch',
  reason: 'the exporter is wrong',
  until: '2027-01-01',
  where: { file: 'index.ts', path: [] },
};

it.each([
  { name: 'of the code', change: {}, left: [] },
  {
    name: 'of another code',
    change: { code: 'unit/other' },
    left: ['unit/mismatch', 'allow/stale'],
  },
  { name: 'of its panel', change: { path: ['panel "P"'] }, left: [] },
  { name: 'of the panel of its dashboard', change: { path: ['dashboard d', 'query A'] }, left: [] },
  {
    name: 'of another panel',
    change: { path: ['dashboard d', 'panel "Q"'] },
    left: ['unit/mismatch', 'allow/stale'],
  },
  { name: 'of its line', change: { file: 'd.ts', lines: [5, 5] }, left: [] },
  {
    name: 'of the next line',
    change: { file: 'd.ts', lines: [6, 9] },
    left: ['unit/mismatch', 'allow/stale'],
  },
  { name: 'on its last day', change: { until: '2026-11-22' }, left: [] },
  {
    name: 'that has ended',
    change: { until: '2026-11-21' },
    left: ['unit/mismatch', 'allow/expired'],
  },
  { name: 'without a reason', change: { reason: ' ' }, left: ['unit/mismatch', 'allow/invalid'] },
  { name: 'without an end', change: { until: '' }, left: ['unit/mismatch', 'allow/invalid'] },
  {
    name: 'until a day that does not exist',
    change: { until: '2027-13-01' },
    left: ['unit/mismatch', 'allow/invalid'],
  },
] satisfies { name: string; change: Partial<PlacedAllow>; left: string[] }[])(
  'an exception $name',
  ({ change, left }) => {
    const allow = [{ ...ALLOW, ...change }];
    const system = { name: 'shop', allow, dashboards: [], groups: [] };
    const allows = placedAllows(system as unknown as System);
    const exceptions = new Exceptions(allows, '2026-11-21');
    const found = [...exceptions.keep([FOUND]), ...exceptions.problems()];
    expect(found.map(({ code }) => code)).toEqual(left);
  },
);

it.each([
  { name: 'its own', file: 'dashboards/shop/a.ts', left: [] },
  { name: 'what systems share', file: 'dashboards/shared/a.ts', left: [] },
  {
    name: 'no other',
    file: 'dashboards/bank/a.ts',
    left: ['unit/mismatch', 'allow/stale'],
  },
])('an exception of a system is for $name', ({ file, left }) => {
  const system = { name: 'shop', allow: [ALLOW], dashboards: [], groups: [] };
  const exceptions = new Exceptions(placedAllows(system as unknown as System), '2026-11-21');
  const found = exceptions.keep([{ ...FOUND, where: { ...FOUND.where, file } }]);
  expect([...found, ...exceptions.problems()].map(({ code }) => code)).toEqual(left);
});
