import { describe, expect, it } from 'vitest';

import { regexMatches, regexProblem } from '../../lib/promql/re2.ts';

describe('regexMatches', () => {
  it.each([
    { pattern: '5..', hit: '503', miss: '5030' },
    { pattern: 'a|b', hit: 'b', miss: 'ab' },
    { pattern: '.*', hit: 'a\nb', miss: undefined },
    { pattern: '', hit: '', miss: 'a' },
    { pattern: '.', hit: '😀', miss: 'ab' },
    { pattern: '(?i)get', hit: 'GET', miss: 'GETS' },
    { pattern: 'x{2,3}', hit: 'xx', miss: 'x' },
    { pattern: '[[:digit:]]+', hit: '12', miss: 'a' },
    { pattern: '\\d+\\.\\d*', hit: '1.5', miss: '15' },
    { pattern: '^(a|b)?$', hit: 'a', miss: 'c' },
    { pattern: '\\s', hit: ' ', miss: '\u00a0' },
    { pattern: '(a*)*b', hit: 'aab', miss: 'a'.repeat(40) },
  ])('$pattern', ({ pattern, hit, miss }) => {
    expect(regexMatches(pattern, hit)).toBe(true);
    if (miss !== undefined) expect(regexMatches(pattern, miss)).toBe(false);
  });

  it('matches nothing with an invalid pattern', () => {
    expect(regexMatches('(', '(')).toBe(false);
  });
});

describe('regexProblem', () => {
  it.each([
    { invalid: '(?=a)', says: 'Perl syntax', valid: '(?:a)' },
    { invalid: '(?<!a)b', says: 'capture', valid: '(?P<n>a)b' },
    { invalid: '\\1', says: 'escape', valid: '\\x41' },
    { invalid: '(', says: 'missing closing )', valid: '\\(' },
    { invalid: 'a)(b', says: 'unexpected )', valid: '(a)(b)' },
    { invalid: '[b-a]', says: 'range', valid: '[a-b]' },
    { invalid: 'a**', says: 'nested', valid: 'a*?' },
    { invalid: '*', says: 'missing argument', valid: '.*' },
    { invalid: 'x{1001}', says: 'repeat count', valid: 'x{1000}' },
    { invalid: '[[:foo:]]', says: 'class', valid: '[[:alpha:]]' },
    { invalid: '\\Z', says: 'escape', valid: '\\z' },
  ])('$invalid', ({ invalid, says, valid }) => {
    expect(regexProblem(invalid)).toContain(says);
    expect(regexProblem(valid)).toBeUndefined();
  });
});
