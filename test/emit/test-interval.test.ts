import { describe, expect, it } from 'vitest';

import type { DurationText } from '../../lib/catalog/index.ts';
import { testInterval } from '../../lib/emit/test-interval.ts';
import { alert, bursts, constant, given, type Samples } from '../../lib/model/index.ts';
import { m } from './shop.ts';

const runbook = { meaning: 'x', impact: 'x', diagnosis: ['x'], mitigation: ['x'] };

function waiting(range: DurationText, hold: DurationText, at: DurationText, samples: Samples) {
  return alert({
    name: 'ShopWaiting',
    expr: m.orders_waiting.minOverTime(range).gt(1),
    for: hold,
    severity: 'info',
    summary: 'Orders wait',
    description: 'They do.',
    runbook,
    cases: [
      { name: 'fires', given: [given(m.orders_waiting, {}, samples)], at, fires: [{}] },
      { name: 'is quiet', given: [], at: '1h' },
    ],
  });
}

describe('testInterval', () => {
  it.each([
    ['a minute', waiting('5m', '5m', '10m', constant(2)), '1m'],
    ['a range of four minutes', waiting('4m', '5m', '10m', constant(2)), '1m'],
    ['a shorter range', waiting('3m', '5m', '10m', constant(2)), '30s'],
    ['a hold of less than a minute', waiting('5m', '45s', '10m', constant(2)), '15s'],
    ['a moment between minutes', waiting('5m', '5m', '10m20s' as DurationText, constant(2)), '20s'],
    [
      'a part between minutes',
      waiting('5m', '5m', '10m', constant(2).lasting('90s').then(constant(3))),
      '30s',
    ],
    ['a hold of a minute, to see half of it', waiting('5m', '1m', '10m', constant(2)), '30s'],
    ['bursts between minutes', waiting('5m', '5m', '10m', bursts(1, '90s')), '30s'],
    ['nothing that fits', waiting('5m', '5m', '500ms', constant(2)), '1s'],
  ])('%s', (_, each, interval) => {
    expect(String(testInterval(each, [each.node]))).toBe(interval);
  });

  it('sees the ranges of recording rules', () => {
    const each = waiting('5m', '5m', '10m', constant(2));
    const recorded = m.requests_total.rate('1m').node;
    expect(String(testInterval(each, [each.node, recorded]))).toBe('15s');
  });
});
