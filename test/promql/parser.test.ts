import { describe, expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { skeleton } from '../../lib/promql/skeleton.ts';

/** The shape of an expression that Prometheus accepts. */
function shape(text: string): string {
  const { expr, errors } = parse(text);
  expect(errors).toEqual([]);
  return expr === undefined ? '' : skeleton(expr);
}

describe('precedence', () => {
  it.each([
    ['a + b * c', 'B(+,V,B(*,V,V))'],
    ['a * b + c', 'B(+,B(*,V,V),V)'],
    ['a - b - c', 'B(-,B(-,V,V),V)'],
    ['a ^ b ^ c', 'B(^,V,B(^,V,V))'],
    ['a atan2 b * c', 'B(*,B(atan2,V,V),V)'],
    ['a > b + c', 'B(>,V,B(+,V,V))'],
    ['a </ b * c', 'B(</,V,B(*,V,V))'],
    ['a and b or c and d', 'B(or,B(and,V,V),B(and,V,V))'],
    ['a or b unless c', 'B(or,V,B(unless,V,V))'],
    ['a == b and c', 'B(and,B(==,V,V),V)'],
    ['(a + b) * c', 'B(*,P(B(+,V,V)),V)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('a sign', () => {
  it.each([
    ['-1', 'N'],
    ['- -1', 'N'],
    ['-(1)', 'U(-,P(N))'],
    ['-1 ^ 2', 'U(-,B(^,N,N))'],
    ['-a ^ b', 'U(-,B(^,V,V))'],
    ['-a * b', 'B(*,U(-,V),V)'],
    ['2 ^ -a * b', 'B(*,B(^,N,U(-,V)),V)'],
    ['a--b', 'B(-,V,U(-,V))'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('a modifier binds to what stands directly before it', () => {
  it.each<[string, object]>([
    ['a + b offset 5m', { kind: 'binary', right: { offset: { milliseconds: 300_000 } } }],
    ['-x @ 10', { kind: 'unary', of: { at: { seconds: 10 } } }],
    ['a + b[5m:]', { kind: 'binary', right: { kind: 'subquery' } }],
    ['x[5m] offset 1m @ 3', { kind: 'matrix', of: { offset: {}, at: {} } }],
    ['sum(x)[5m:] @ end()', { kind: 'subquery', of: { kind: 'aggregate' }, at: { kind: 'end' } }],
    ['x offset -1h', { kind: 'selector', offset: { milliseconds: -3_600_000 } }],
    ['x smoothed[5m]', { kind: 'matrix', edge: 'smoothed', of: { kind: 'selector' } }],
    ['x offset (5m) * 2', { kind: 'selector', offset: { text: '((5m) * 2)' } }],
    ['x offset -(5m) * 2', { kind: 'binary', left: { offset: { text: '-(5m)' } } }],
    ['x offset 5m * 2', { kind: 'binary', left: { offset: { milliseconds: 300_000 } } }],
  ])('%s', (text, expected) => {
    expect(parse(text).expr).toMatchObject(expected);
  });
});

describe('a keyword is a name where no keyword can stand', () => {
  it.each([
    ['sum', 'V'],
    ['sum + sum(sum)', 'B(+,V,A(sum:V))'],
    ['or or or', 'B(or,V,V)'],
    ['offset offset 5m', 'V'],
    ['by{without="on"}', 'V'],
    ['start + end', 'B(+,V,V)'],
    ['start() + end()', 'B(+,C(start:),C(end:))'],
    ['fill + fill (0) fill', 'B(+,V,V)'],
    ['sum by (on, bool, group_left, inf_x) (x)', 'A(sum byon,bool,group_left,inf_x:V)'],
    ['SUM BY (a) (x) AND ON (a) y', 'B(and ona,A(sum bya:V),V)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('a name in braces is the name', () => {
  it.each([
    ['{"http.requests", "a.b"="x"}', 'http.requests', [{ label: 'a.b', op: '=', value: 'x' }]],
    ['{__name__="up", job="x"}', 'up', [{ label: 'job', op: '=', value: 'x' }]],
    ['{"a", "b"}', 'a', [{ label: '__name__', op: '=', value: 'b' }]],
    ['{__name__=~"a|b"}', undefined, [{ label: '__name__', op: '=~', value: 'a|b' }]],
  ])('%s', (text, name, matchers) => {
    const { expr, errors } = parse(text);
    expect(errors).toEqual([]);
    expect(expr).toMatchObject({ kind: 'selector', matchers });
    expect(expr?.kind === 'selector' && expr.name).toBe(name);
  });
});

describe('numbers', () => {
  it.each([
    ['5.', 5],
    ['.5e1', 5],
    ['0x1F', 31],
    ['0755', 493],
    ['089', 89],
    ['1_000.5', 1000.5],
    ['5m', 300],
    ['1h30m', 5400],
    ['-Inf', -Infinity],
    ['nAn', NaN],
  ])('%s', (text, value) => {
    expect(parse(text).expr).toMatchObject({ kind: 'number', value });
  });
});

describe('spans', () => {
  it.each([
    [
      'sum(rate(x{a="b"}[5m] offset 1h)) > 2',
      ['sum(rate(x{a="b"}[5m] offset 1h)) > 2', 'sum(rate(x{a="b"}[5m] offset 1h))'],
    ],
    ['  ( a )  ', ['( a )', 'a']],
    ['- 5', ['- 5']],
  ])('%s', (text, expected) => {
    const found = [];
    for (let node = parse(text).expr; node !== undefined;) {
      found.push(text.slice(node.span?.start, node.span?.end));
      node = node.kind === 'binary' ? node.left : node.kind === 'paren' ? node.of : undefined;
    }
    expect(found).toEqual(expected);
  });
});

describe('options', () => {
  it.each([
    ['mad_over_time(x[5m])', 'stddev_over_time(x[5m])'],
    ['limitk(1, x)', 'topk(1, x)'],
    ['x + fill (0) y', 'x + y'],
    ['rate(x[5m] anchored)', 'rate(x[5m])'],
    ['x[5m + 1m]', 'x[6m]'],
    ['x offset (5m)', 'x offset 5m'],
    ['x offset step()', 'x offset -5m'],
  ])('experimental: false refuses %s', (refused, accepted) => {
    expect(parse(refused).errors).toEqual([]);
    expect(parse(refused, { experimental: false }).errors).toHaveLength(1);
    expect(parse(accepted, { experimental: false }).errors).toEqual([]);
  });

  it.each([
    ['x > $limit', '$limit'],
    ['rate(x[$__rate_interval])', '$__rate_interval'],
    ['sum by (${group}) (x)', '${group}'],
  ])('variables: false refuses %s', (text, marked) => {
    expect(parse(text).errors).toEqual([]);
    const [error] = parse(text, { variables: false }).errors;
    expect(error?.message).toContain('Grafana variable');
    expect(text.slice(error?.span.start, error?.span.end)).toBe(marked);
  });

  it('variables: false takes a `$` in a string for text', () => {
    expect(parse('x{a="$b"}', { variables: false }).errors).toEqual([]);
  });
});
