import { describe, expect, it } from 'vitest';

import { Duration, type HouseRuleSpec } from '../../lib/index.ts';
import { houseSettings, toHouseRule } from '../../lib/model/index.ts';

describe('toHouseRule', () => {
  it.each<{ name: string; spec: HouseRuleSpec; rule: unknown }>([
    { name: 'a code', spec: 'house/panel-title', rule: { code: 'house/panel-title' } },
    {
      name: 'durations',
      spec: { code: 'house/pending-period', of: 'for', atLeast: '1m', atMost: '1h' },
      rule: {
        code: 'house/pending-period',
        of: 'for',
        atLeast: Duration.of('1m'),
        atMost: Duration.of('1h'),
      },
    },
  ])('reads $name', ({ spec, rule }) => {
    expect(toHouseRule(spec)).toEqual(rule);
  });

  it.each([
    {
      name: 'another code',
      spec: 'house/colour',
      message: '`house/colour` is no rule of the house',
    },
    {
      name: 'no regular expression',
      spec: { code: 'house/other-group', except: ['a', 'b('] },
      message: '`b(` is no RE2: missing closing )',
    },
    {
      name: 'no duration',
      spec: { code: 'house/long-range', atMost: 'day' },
      message: '`day` is not a duration',
    },
  ])('refuses $name', ({ spec, message }) => {
    expect(() => toHouseRule(spec as HouseRuleSpec)).toThrow(message);
  });
});

describe('houseSettings', () => {
  const defaults = [{ labels: ['job'] }];

  it.each<{ name: string; house: readonly HouseRuleSpec[]; labels: readonly string[] }>([
    { name: 'the defaults of a code', house: ['house/kept-label'], labels: ['job'] },
    {
      name: 'its settings, each time that it is chosen',
      house: [
        { code: 'house/kept-label', labels: ['team'] },
        { code: 'house/dropped-label', labels: ['pod'] },
        { code: 'house/kept-label', labels: ['cluster'] },
      ],
      labels: ['team', 'cluster'],
    },
    {
      name: 'its settings, though the command line names it as well',
      house: [{ code: 'house/kept-label', labels: ['team'] }, 'house/kept-label'],
      labels: ['team'],
    },
  ])('are $name', ({ house, labels }) => {
    const chosen = { house: house.map(toHouseRule) };
    const settings = houseSettings(chosen, 'house/kept-label', defaults);
    expect(settings.flatMap((each) => each.labels)).toEqual(labels);
  });
});
