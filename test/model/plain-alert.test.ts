import { describe, expect, it } from 'vitest';

import { plainAlert, ruleGroup } from '../../lib/model/index.ts';
import { vector } from '../../lib/promql/index.ts';

describe('plainAlert', () => {
  it('has nothing but what is written', () => {
    expect(plainAlert({ name: 'Watchdog', expr: vector(1) })).toMatchObject({
      name: 'Watchdog',
      labels: {},
      annotations: {},
      cases: [],
      summary: '',
    });
  });

  it('finds severity, summary and description among labels and annotations', () => {
    const { severity, summary, description, otherTexts } = plainAlert({
      name: 'Down',
      expr: vector(1),
      labels: { severity: 'page' },
      annotations: { summary: 's', description: 'd', runbook_url: 'r' },
    });
    expect({ severity, summary, description, otherTexts }).toEqual({
      severity: 'page',
      summary: 's',
      description: 'd',
      otherTexts: { runbook_url: 'r' },
    });
  });

  it('reads durations', () => {
    const alert = plainAlert({ name: 'A', expr: vector(1), for: '90m', keepFiringFor: '5m' });
    expect([String(alert.for), String(alert.keepFiringFor)]).toEqual(['1h30m', '5m']);
  });
});

describe('ruleGroup', () => {
  it('keeps its options', () => {
    const group = ruleGroup('g', [], {
      interval: '30s',
      queryOffset: '1m',
      limit: 10,
      labels: { team: 'a' },
    });
    expect(String(group.interval)).toBe('30s');
    expect(String(group.queryOffset)).toBe('1m');
    expect([group.limit, group.labels]).toEqual([10, { team: 'a' }]);
  });
});
