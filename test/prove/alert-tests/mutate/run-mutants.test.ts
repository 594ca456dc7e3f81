import { expect, it } from 'vitest';

import {
  type Alert,
  constant,
  given,
  record,
  type RecordingRule,
  rising,
} from '../../../../lib/model/index.ts';
import {
  type MutatedSystem,
  runMutants,
  scoreOf,
  testAlerts,
} from '../../../../lib/prove/index.ts';
import { m } from '../../../emit/shop.ts';
import { alertOf, shopWith, withBench } from '../workbench.ts';

async function mutated(
  ...rules: readonly (Alert | RecordingRule)[]
): Promise<MutatedSystem | undefined> {
  const [system] = await withBench(async (bench) => {
    const decided: number[] = [];
    const tested = await testAlerts([shopWith(...rules)], bench);
    const systems = await runMutants(tested, bench, {
      started: (total) => decided.push(-total),
      decided: (count) => decided.push(count),
    });
    // What was started was decided.
    expect(decided.reduce((sum, each) => sum + each, 0)).toBe(0);
    return systems;
  });
  return system;
}

function survivors(system: MutatedSystem | undefined): readonly string[] | undefined {
  return system?.survivors.map(({ mutant: { kind, change } }) => `${kind}: ${change[1]}`);
}

const two = (first: number, second: number) => [
  given(m.orders_waiting, { queue: 'mail' }, constant(first)),
  given(m.orders_waiting, { queue: 'print' }, constant(second)),
];

it('kills what the edges notice, and prints what no case does', async () => {
  const rule = alertOf({
    expr: m.orders_waiting.max().gt(10),
    for: '5m',
    cases: [
      { name: 'fires', given: two(12, 12), at: '5m', fires: [{}] },
      { name: 'quiet', given: two(4, 4), at: '10m' },
    ],
  });
  const system = await mutated(rule);
  expect(survivors(system)).toEqual(['aggregation: min(orders_waiting{job="api"})']);
  expect(system?.equivalent.map(({ mutant }) => mutant.equivalent)).toEqual([
    'every declared series of `orders_waiting` has such a `job`',
  ]);
  expect(system && scoreOf(system)).toBeCloseTo(8 / 9);
});

it('has nothing left where the cases say all', async () => {
  const rule = alertOf({
    expr: m.orders_waiting.max().gt(10),
    for: '5m',
    cases: [
      { name: 'fires', given: two(12, 1), at: '5m', fires: [{}] },
      { name: 'quiet', given: two(6, 6), at: '10m' },
    ],
  });
  const system = await mutated(rule);
  expect(survivors(system)).toEqual([]);
  expect(system && scoreOf(system)).toBe(1);
});

it('changes recording rules too, in the tests of the alerts that read them', async () => {
  const rate = record({ name: 'requests:rate5m', expr: m.requests_total.rate('5m').sum() });
  const rule = alertOf({
    expr: rate.series.gt(2),
    cases: [
      { name: 'fires', given: [given(m.requests_total, {}, rising(3))], at: '20m', fires: [{}] },
      { name: 'quiet', given: [], at: '10m' },
    ],
  });
  expect(survivors(await mutated(rule, rate))).toEqual([
    'aggregation: avg(rate(requests_total{job="api"}[5m]))',
    'aggregation: max(rate(requests_total{job="api"}[5m]))',
    'function: irate(requests_total{job="api"}[5m])',
    'range: requests_total{job="api"}[2m30s]',
  ]);
});
