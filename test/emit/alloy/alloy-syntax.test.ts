import { describe, expect, it } from 'vitest';

import { type AlloyValue, Expression, printAlloy } from '../../../lib/emit/alloy/alloy-syntax.ts';

function printed(value: AlloyValue | undefined): string {
  return printAlloy([], [{ name: 'a', settings: { v: value } }]).trim();
}

describe('printAlloy', () => {
  it.each<[string, AlloyValue, string]>([
    ['a text', 'x', '"x"'],
    ['quotes and backslashes', String.raw`a"b\c`, String.raw`"a\"b\\c"`],
    ['a line break and a tab', 'a\n\tb', String.raw`"a\n\tb"`],
    ['another control character', 'a\u0001', String.raw`"a\u0001"`],
    ['other scripts', 'größe', '"größe"'],
    ['what Prometheus fills in', '$1', '"$1"'],
    ['a number', 15, '15'],
    ['a yes', true, 'true'],
    ['an expression', new Expression('sys.env("X")'), 'sys.env("X")'],
    ['a list', ['a', 'b'], '["a", "b"]'],
    ['a list of expressions', [new Expression('b.c.receiver')], '[b.c.receiver]'],
    ['an empty list', [], '[]'],
    ['an empty object', {}, '{}'],
    ['an object', { a: 'x', 'b-c': 1 }, '{\n\t\ta     = "x",\n\t\t"b-c" = 1,\n\t}'],
    ['a list of objects', [{ a: 1 }], '[\n\t\t{\n\t\t\ta = 1,\n\t\t},\n\t]'],
  ])('writes %s', (_, value, text) => {
    expect(printed(value)).toBe(`a {\n\tv = ${text}\n}`);
  });

  it('leaves out what is not set, and writes an empty block on one line', () => {
    expect(printed(undefined)).toBe('a { }');
  });

  it('puts a blank line before every block, and the comment on top', () => {
    const inner = { name: 'c', settings: { x: 1 } };
    expect(
      printAlloy(
        ['one', 'two'],
        [{ name: 'a.b', label: 'l', settings: { k: 'v' }, blocks: [inner, inner] }, { name: 'd' }],
      ),
    ).toBe(`\
// one
// two

a.b "l" {
	k = "v"

	c {
		x = 1
	}

	c {
		x = 1
	}
}

d { }
`);
  });
});
