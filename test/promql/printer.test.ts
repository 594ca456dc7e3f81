import { describe, expect, it } from 'vitest';

import type { Expr } from '../../lib/promql/ast.ts';
import { parse } from '../../lib/promql/parser.ts';
import { print } from '../../lib/promql/printer.ts';

function printed(text: string): string {
  const { expr, errors } = parse(text);
  expect(errors).toEqual([]);
  return expr === undefined ? '' : print(expr);
}

describe('the canonical form', () => {
  it.each([
    ['sum(rate(x[60s]))by(job)', 'sum by (job) (rate(x[1m]))'],
    ['sum by () (x)', 'sum(x)'],
    ['sum without()(x)', 'sum without () (x)'],
    ['topk(5,x)by(a,b)', 'topk by (a, b) (5, x)'],
    ["x{ a = 'b', c!~`\\d`, }", 'x{a="b",c!~"\\\\d"}'],
    ['x{}', 'x'],
    ['a/on(x)group_left(y)b', 'a / on (x) group_left (y) b'],
    ['a + on () group_right b', 'a + on () group_right () b'],
    ['a*ignoring(x,)b', 'a * ignoring (x) b'],
    ['a+ignoring()b', 'a + b'],
    ['a == BOOL ON(x) b', 'a == bool on (x) b'],
    ['a+fill_right(1)fill_left(1)b', 'a + fill (1) b'],
    ['a+fill_left(-1)b', 'a + fill_left (-1) b'],
    ['x offset 90m @ 10', 'x @ 10.000 offset 1h30m'],
    ['x[1h] @ start() anchored', 'x[1h] anchored @ start()'],
    ['x[ 1h : ]', 'x[1h:]'],
    ['x[90d:3600]', 'x[90d:1h]'],
    ['x[5m+1m*2]', 'x[5m + 1m * 2]'],
    ['x[ ( 5m ) ]', 'x[(5m)]'],
    ['- 1', '-1'],
    ['+ x', '+x'],
    ['1e21 + 1e-7', '1000000000000000000000 + 0.0000001'],
    ['0x1F + 90m', '0x1F + 1h30m'],
    ['1 > bool INF', '1 > bool Inf'],
    ['x # comment\n + y', 'x + y'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });
});

describe('names', () => {
  it.each([
    ['{"x", a="b"}', 'x{a="b"}'],
    ['{"http.requests"}', '{"http.requests"}'],
    ['{"on", a="b"}', '{"on",a="b"}'],
    ['{"inf"}', '{"inf"}'],
    ['{"a", "b"}', '{__name__="a",__name__="b"}'],
    ['{__name__=~"a|b"}', '{__name__=~"a|b"}'],
    ['x{"a.b"="c", "d"="e", on="f"}', 'x{"a.b"="c",d="e",on="f"}'],
    [
      'sum by ("a.b", "c", "without", "inf", a:b) (x)',
      'sum by ("a.b", c, "without", "inf", "a:b") (x)',
    ],
    ['info(x, {__name__="build_info", a=~".+"})', 'info(x, {__name__="build_info",a=~".+"})'],
    ['info(x, {})', 'info(x, {})'],
    ['${p}_total{$l="x"}', '${p}_total{$l="x"}'],
    ['sum by ($g, ${h:csv}) ($m)', 'sum by ($g, ${h:csv}) ($m)'],
    ['x{a=~${b:doublequote}}', 'x{a=~${b:doublequote}}'],
    ['rate(x[$__rate_interval] offset -$o)', 'rate(x[$__rate_interval] offset -$o)'],
    ['rate(x[${w}s:[[step]]] @ $t) > $limit', 'rate(x[${w}s:[[step]]] @ $t) > $limit'],
  ])('%s', (text, expected) => {
    expect(printed(text)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });
});

describe('parentheses of a built tree', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name): Expr => ({
    kind: 'selector',
    name,
    matchers: [],
  })) as [Expr, Expr, Expr];
  const one: Expr = { kind: 'number', value: -1 };
  const sum: Expr = { kind: 'binary', op: '+', left: a, right: b };
  const power: Expr = { kind: 'binary', op: '^', left: a, right: b };
  const minus: Expr = { kind: 'unary', op: '-', of: a };

  it.each<[string, Expr]>([
    ['(a + b) * c', { kind: 'binary', op: '*', left: sum, right: c }],
    ['c * (a + b)', { kind: 'binary', op: '*', left: c, right: sum }],
    ['a + b + c', { kind: 'binary', op: '+', left: sum, right: c }],
    ['c + (a + b)', { kind: 'binary', op: '+', left: c, right: sum }],
    ['a + b > c', { kind: 'binary', op: '>', left: sum, right: c }],
    ['(a ^ b) ^ c', { kind: 'binary', op: '^', left: power, right: c }],
    ['c ^ a ^ b', { kind: 'binary', op: '^', left: c, right: power }],
    ['(-a) ^ b', { kind: 'binary', op: '^', left: minus, right: b }],
    ['(-1) ^ b', { kind: 'binary', op: '^', left: one, right: b }],
    ['-1 * b', { kind: 'binary', op: '*', left: one, right: b }],
    ['b ^ -a', { kind: 'binary', op: '^', left: b, right: minus }],
    ['b - -1', { kind: 'binary', op: '-', left: b, right: one }],
    ['-(a + b)', { kind: 'unary', op: '-', of: sum }],
    ['-a ^ b', { kind: 'unary', op: '-', of: power }],
    [
      '(a + b)[1m:]',
      { kind: 'subquery', of: sum, range: { kind: 'duration', milliseconds: 60_000 } },
    ],
    [
      '(-a)[1m:]',
      { kind: 'subquery', of: minus, range: { kind: 'duration', milliseconds: 60_000 } },
    ],
    ['(a)', { kind: 'paren', of: a }],
    [
      'a + ignoring () group_left () b',
      {
        kind: 'binary',
        op: '+',
        left: a,
        right: b,
        matching: { kind: 'ignoring', labels: [], group: { side: 'left', include: [] } },
      },
    ],
  ])('%s', (expected, tree) => {
    expect(print(tree)).toBe(expected);
    expect(printed(expected)).toBe(expected);
  });
});
