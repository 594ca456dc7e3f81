import { describe, expect, it } from 'vitest';

import { alternativesOf, literalOf, withoutGroups } from '../../lib/analyze/regex-text.ts';

describe('withoutGroups', () => {
  it.each([
    ['a', 'a'],
    ['(a)', 'a'],
    ['((?:a|b))', 'a|b'],
    ['(?s:.*)', '.*'],
    ['(?i:a)', '(?i:a)'],
    ['(?i)a', '(?i)a'],
    ['(a)|(b)', '(a)|(b)'],
    ['(a\\))', 'a\\)'],
    ['([)])', '[)]'],
    ['(a', '(a'],
  ])('%s: %s', (regex, bare) => {
    expect(withoutGroups(regex)).toBe(bare);
  });
});

describe('alternativesOf', () => {
  it.each([
    ['a', ['a']],
    ['a|b|', ['a', 'b', '']],
    ['a|(b|c)', ['a', '(b|c)']],
    ['a\\|b', ['a\\|b']],
    ['[|]', ['[|]']],
  ])('%s', (regex, parts) => {
    expect(alternativesOf(regex)).toEqual(parts);
  });
});

describe('literalOf', () => {
  it.each([
    ['a-b', 'a-b'],
    ['', ''],
    ['(?:)', ''],
    ['(a)', 'a'],
    ['a\\.b', 'a.b'],
    ['a\\\\b', 'a\\b'],
    ['a.b', undefined],
    ['a\\d', undefined],
    ['(?:a)?', undefined],
    ['a|b', undefined],
    ['(?i)a', undefined],
  ])('%s: %s', (regex, literal) => {
    expect(literalOf(regex)).toBe(literal);
  });
});
