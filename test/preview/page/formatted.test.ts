import { describe, expect, it } from 'vitest';

import { formatted } from '../../../preview/src/text/formatted.ts';

describe('values of a variable', () => {
  it.each([
    ['csv', ['a', 'b'], 'a,b'],
    ['pipe', ['a', 'b'], 'a|b'],
    ['json', ['a"', 'b'], '["a\\"","b"]'],
    ['regex', ['a.b', 'c'], '(a\\.b|c)'],
    ['regex', ['a.b'], 'a\\.b'],
    ['singlequote', ["it's"], "'it\\'s'"],
    ['doublequote', ['a', 'b'], '"a","b"'],
    ['queryparam', ['a&b', 'c'], 'var-job=a%26b&var-job=c'],
    ['percentencode', ['a b'], 'a%20b'],
    ['html', ['<b>', 'a&b'], '&#60;b&#62;, a&#38;b'],
    ['glob', ['a', 'b'], '{a,b}'],
    ['glob', ['a'], 'a'],
    ['of no such format', ['a', 'b'], '{a,b}'],
  ])('as %s of %j are %s', (format, values, expected) => {
    expect(formatted('job', values, format)).toBe(expected);
  });
});
