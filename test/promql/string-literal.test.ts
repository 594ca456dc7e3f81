import { describe, expect, it } from 'vitest';

import { isUtf8, quote, unquote } from '../../lib/promql/string-literal.ts';

describe('unquote', () => {
  it.each([
    [String.raw`"a\"b\\c\n"`, 'a"b\\c\n'],
    [String.raw`'a\'b'`, "a'b"],
    ['`a\\n"b`', 'a\\n"b'],
    [String.raw`"\x41\101\u00e9\U0001F600"`, 'AAé😀'],
    [String.raw`"\xc3\xa9\303\251"`, 'éé'],
    [String.raw`"\xff"`, '\udcff'],
  ])('%s', (literal, value) => {
    expect(unquote(literal)).toBe(value);
  });
});

describe('quote', () => {
  it.each([
    ['a"b\\c', String.raw`"a\"b\\c"`],
    ['\x07\b\f\n\r\t\v', String.raw`"\a\b\f\n\r\t\v"`],
    ['\x00\x7f', String.raw`"\x00\x7f"`],
    ['é😀', '"é😀"'],
    ['\u00a0\ufffd', String.raw`"\u00a0\ufffd"`],
    ['\udcff', String.raw`"\xff"`],
  ])('%s', (value, literal) => {
    expect(quote(value)).toBe(literal);
    expect(unquote(literal)).toBe(value);
  });
});

describe('isUtf8', () => {
  it.each([
    ['é😀', true],
    [unquote(String.raw`"\xff"`), false],
  ])('%s', (value, expected) => {
    expect(isUtf8(value)).toBe(expected);
  });
});
