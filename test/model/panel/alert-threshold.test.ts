import { describe, expect, it } from 'vitest';

import { alertThresholds, watchedPart } from '../../../lib/model/index.ts';
import { print, time } from '../../../lib/promql/index.ts';
import { alertOn, m } from '../shop.ts';

const depth = m.queue_depth.max();

describe('what an alert watches', () => {
  it.each([
    {
      name: 'the left side of a comparison',
      node: depth.gt(5).node,
      is: 'max(queue_depth{job="api"})',
    },
    {
      name: 'not of a comparison that gives 0 or 1',
      node: depth.gt(5).bool().node,
      is: 'max(queue_depth{job="api"}) > bool 5',
    },
    {
      name: 'all where both sides vary',
      node: depth.gt(m.memory_bytes.max()).node,
      is: 'max(queue_depth{job="api"}) > max(memory_bytes{job="api"})',
    },
    {
      name: 'all of a conjunction',
      node: depth.gt(5).and(depth.lt(9)).node,
      is: 'max(queue_depth{job="api"}) > 5 and max(queue_depth{job="api"}) < 9',
    },
    {
      name: 'all where nothing is compared',
      node: depth.isEmpty().node,
      is: 'absent(max(queue_depth{job="api"}))',
    },
    {
      name: 'the time since',
      node: time().sub(depth).gt(60).node,
      is: 'time() - max(queue_depth{job="api"})',
    },
    {
      name: 'below a negative number',
      node: {
        kind: 'binary',
        op: '<',
        left: depth.node,
        right: { kind: 'unary', op: '-', of: { kind: 'number', value: 1 } },
      } as const,
      is: 'max(queue_depth{job="api"})',
    },
    {
      name: 'the right side where the number is left',
      node: {
        kind: 'paren',
        of: { kind: 'binary', op: '<', left: { kind: 'number', value: 1 }, right: depth.node },
      } as const,
      is: 'max(queue_depth{job="api"})',
    },
  ])('$name', ({ node, is }) => {
    expect(print(watchedPart(node))).toBe(is);
  });
});

describe('the thresholds of alerts', () => {
  it.each([
    { name: 'above a warning', alerts: [alertOn(depth.gt(5))], is: ['green', [5, 'orange']] },
    {
      name: 'above critical',
      alerts: [alertOn(depth.ge(5), 'critical')],
      is: ['green', [5, 'red']],
    },
    { name: 'below', alerts: [alertOn(depth.lt(5), 'critical')], is: ['red', [5, 'green']] },
    {
      name: 'two severities',
      alerts: [alertOn(depth.gt(9), 'critical'), alertOn(depth.gt(5))],
      is: ['green', [5, 'orange'], [9, 'red']],
    },
    {
      name: 'two severities below',
      alerts: [alertOn(depth.lt(5)), alertOn(depth.lt(1), 'critical')],
      is: ['red', [1, 'orange'], [5, 'green']],
    },
    {
      name: 'a band',
      alerts: [alertOn(depth.lt(1)), alertOn(depth.gt(9), 'critical')],
      is: ['orange', [1, 'green'], [9, 'red']],
    },
    {
      name: 'one limit of two severities',
      alerts: [alertOn(depth.gt(5)), alertOn(depth.gt(5), 'critical')],
      is: ['green', [5, 'red']],
    },
  ])('$name', ({ alerts, is }) => {
    const found = alertThresholds(alerts);
    expect([found?.base, ...(found?.steps ?? []).map((s) => [s.from, s.color])]).toEqual(is);
  });

  it.each([
    { name: 'an equality has no bad side', alert: alertOn(depth.eq(0)) },
    { name: 'no limit', alert: alertOn(depth.isEmpty()) },
  ])('$name', ({ alert }) => {
    expect(alertThresholds([alert])).toBeUndefined();
  });
});
