import { describe, expect, it } from 'vitest';

import { spellingsOf } from '../../../lib/promql/infer/bound-spellings.ts';
import { alternatives, testOf } from '../../../lib/promql/infer/value-test.ts';

describe('alternatives', () => {
  it.each([
    ['GET', ['GET']],
    ['GET|POST', ['GET', 'POST']],
    ['GET|', ['GET', '']],
    ['', ['']],
    ['(GET|POST)', ['GET', 'POST']],
    ['^(?:GET|POST)$', ['GET', 'POST']],
    ['a\\.b', ['a.b']],
    ['a\\|b', ['a|b']],
    ['5..', undefined],
    ['a.*', undefined],
    ['\\d', undefined],
    ['(a)|(b)', undefined],
    ['(?i)a', undefined],
    ['a{2}', undefined],
  ])('%s', (regex, values) => {
    expect(alternatives(regex)).toEqual(values);
  });
});

describe('what a matcher passes', () => {
  it.each([
    ['=', 'a', 'a', true],
    ['=', 'a', 'ab', false],
    ['!=', 'a', 'ab', true],
    ['=~', 'a', 'ab', false],
    ['=~', 'a.*', 'ab', true],
    ['=~', '.+', '', false],
    ['!~', 'a.*', 'ab', false],
    ['=~', '(?i)A', 'a', true],
    ['=~', 'a.b', 'a\nb', true],
  ] as const)('%s "%s": %j is %s', (op, value, text, passes) => {
    expect(testOf({ label: 'x', op, value })?.passes(text)).toBe(passes);
  });

  it.each([
    ['=', '$code'],
    ['=~', '${code:regex}'],
    ['=~', '('],
    ['=~', '(?=a)'],
  ] as const)('%s "%s" is not known', (op, value) => {
    expect(testOf({ label: 'x', op, value })).toBeUndefined();
  });
});

describe('spellings of a bound', () => {
  it.each([
    [0.5, ['0.5', '.5']],
    [1, ['1', '1.0']],
    [2.5, ['2.5']],
    [1e6, ['1000000', '1e+06', '1000000.0']],
    [1e-5, ['0.00001', '1e-05', '.00001']],
  ])('%d', (bound, spellings) => {
    expect(spellingsOf(bound)).toEqual(spellings);
  });
});
