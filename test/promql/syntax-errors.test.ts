import { describe, expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';

interface Row {
  readonly hit: string;
  /** The text under the caret. */
  readonly marks: string;
  /** Part of the message. */
  readonly says: string;
  /** Its near miss, which is fine. */
  readonly miss: string;
}

/** `hit` is refused once, at `marks`; `miss` is not. */
function check({ hit, marks, says, miss }: Row): void {
  const { errors } = parse(hit);
  expect(errors.map(({ span }) => hit.slice(span.start, span.end))).toEqual([marks]);
  expect(errors[0]?.message).toContain(says);
  expect(parse(miss).errors).toEqual([]);
}

describe('ranges', () => {
  it.each<Row>([
    { hit: 'sum(x)[5m]', marks: '[5m]', says: 'needs a plain selector', miss: 'sum(x)[5m:]' },
    { hit: '(x)[5m]', marks: '[5m]', says: 'needs a plain selector', miss: '(x[5m])' },
    { hit: '1[5m]', marks: '[5m]', says: 'needs a plain selector', miss: 'x[5m]' },
    { hit: 'x offset 5m[5m]', marks: '[5m]', says: 'before the `offset`', miss: 'x[5m] offset 5m' },
    { hit: 'x @ 1[5m]', marks: '[5m]', says: 'before the `@`', miss: 'x[5m] @ 1' },
    { hit: 'x[0]', marks: '0', says: 'greater than zero', miss: 'x[0.001]' },
    { hit: 'x[-5m]', marks: '-5m', says: 'greater than zero', miss: 'x[--5m]' },
    { hit: 'x[5m:0s]', marks: '0s', says: 'greater than zero', miss: 'x[5m:1ms]' },
    { hit: 'x[1m2h]', marks: '1m2h', says: 'not a duration', miss: 'x[2h1m]' },
    { hit: 'x[5m5m]', marks: '5m5m', says: 'not a duration', miss: 'x[5m]' },
    { hit: 'x[5hs]', marks: '5hs', says: 'not a duration', miss: 'x[5ms]' },
    { hit: 'x[5m1]', marks: '5m1', says: 'neither a number nor a duration', miss: 'x[5m1s]' },
    { hit: 'x[1.5m]', marks: '1.5m', says: 'not a duration', miss: 'x[1.5]' },
    { hit: 'x[300y]', marks: '300y', says: 'out of range', miss: 'x[292y]' },
    { hit: 'x[9.5e10]', marks: '9.5e10', says: 'out of range', miss: 'x[9e9]' },
    { hit: 'x[]', marks: ']', says: 'a duration', miss: 'x[5m]' },
    { hit: 'x[nan]', marks: 'nan', says: 'a duration', miss: 'x offset nan' },
    { hit: 'x[y]', marks: 'y', says: 'a duration', miss: 'x[$y]' },
    { hit: 'x[:5m]', marks: ':', says: 'before the first number', miss: 'x[5m:]' },
    { hit: 'x[step():5m]', marks: ':', says: 'before the first number', miss: 'x[5m:step()]' },
    { hit: 'x[5m:5m:5m]', marks: ':', says: '`]` is needed', miss: 'x[5m:5m]' },
    { hit: 'x[5m', marks: 'm', says: '`:` or `]`', miss: 'x[5m]' },
  ])('$hit', check);
});

describe('duration expressions', () => {
  it.each<Row>([
    { hit: 'x[5s / 0d]', marks: '/', says: 'division by zero', miss: 'x[5s / (0)]' },
    { hit: 'x[5m % -0]', marks: '%', says: 'modulo by zero', miss: 'x[5m % 2]' },
    { hit: 'x offset (4d/0)', marks: '/', says: 'division by zero', miss: 'x offset 4d/0' },
    { hit: 'x[5m - 9.3e9]', marks: '9.3e9', says: 'out of range', miss: 'x[5m - 10m]' },
    { hit: 'x[min_of(1m)]', marks: ')', says: '`,`', miss: 'x[min_of(1m, 2m)]' },
    { hit: 'x[step]', marks: ']', says: '`(` after `step`', miss: 'x[step()]' },
    { hit: 'x[5m *]', marks: ']', says: 'a duration', miss: 'x[5m * 2]' },
    { hit: 'x[5m == 5m]', marks: '==', says: '`:` or `]`', miss: 'x[5m + 5m]' },
    { hit: 'x[min(1m, 2m)]', marks: 'min', says: 'a duration', miss: 'x[max_of(1m, 2m)]' },
  ])('$hit', check);
});

describe('offset and @', () => {
  it.each<Row>([
    {
      hit: 'sum(x) offset 5m',
      marks: 'offset 5m',
      says: 'needs a selector',
      miss: 'sum(x offset 5m)',
    },
    { hit: '(x) offset 5m', marks: 'offset 5m', says: 'needs a selector', miss: '(x offset 5m)' },
    {
      hit: '1 offset 5m',
      marks: 'offset 5m',
      says: 'needs a selector',
      miss: 'sum(x)[5m:] offset 5m',
    },
    {
      hit: 'x offset 5m offset 5m',
      marks: 'offset 5m',
      says: 'twice',
      miss: 'x offset 0 offset 5m',
    },
    { hit: 'x offset', marks: 't', says: 'a duration', miss: 'x' },
    { hit: 'x offset y', marks: 'y', says: 'a duration', miss: 'x offset $y' },
    { hit: 'x offset 5m 5m', marks: '5m', says: 'an operator', miss: 'x offset 5m - 5m' },
    { hit: 'x offset Inf', marks: 'Inf', says: 'out of range', miss: 'x offset 9e9' },
    { hit: 'rate(x[5m]) @ 1', marks: '@ 1', says: 'needs a selector', miss: 'rate(x[5m] @ 1)' },
    { hit: 'x @ 1 @ 2', marks: '@ 2', says: 'twice', miss: 'x @ 1' },
    { hit: 'x @ NaN', marks: 'NaN', says: 'out of bounds', miss: 'x @ -1' },
    { hit: 'x @ Inf', marks: 'Inf', says: 'out of bounds', miss: 'x @ 1e10' },
    { hit: 'x @ start', marks: 'start', says: 'a timestamp', miss: 'x @ start()' },
    { hit: 'x @ (1)', marks: '(', says: 'a timestamp', miss: 'x @ 1' },
    { hit: 'x @ --1', marks: '-', says: 'a timestamp', miss: 'x @ -1' },
    { hit: 'x[5m:] anchored', marks: 'anchored', says: 'needs a selector', miss: 'x[5m] anchored' },
    {
      hit: 'x anchored smoothed',
      marks: 'smoothed',
      says: 'exclude each other',
      miss: 'x smoothed smoothed',
    },
  ])('$hit', check);
});

describe('numbers and words', () => {
  it.each<Row>([
    { hit: 'x > 1or', marks: '1or', says: 'neither a number', miss: 'x > 1' },
    { hit: 'x > 2.5.', marks: '2.5.', says: 'neither a number', miss: 'x > 2.5' },
    { hit: 'x > 1__0', marks: '1__0', says: 'neither a number', miss: 'x > 1_0' },
    { hit: 'x > 0b1', marks: '0b1', says: 'neither a number', miss: 'x > 0x1' },
    { hit: 'x > 1e999', marks: '1e999', says: 'not a number', miss: 'x > 1e99' },
    { hit: 'x > 0x1e', marks: '0x1e', says: 'neither a number', miss: '0x1e < x' },
    { hit: 'a b', marks: 'b', says: 'an operator', miss: 'a or b' },
    { hit: 'a = b', marks: '=', says: 'an operator', miss: 'a == b' },
    { hit: 'a =~ "b"', marks: '=~', says: 'an operator', miss: 'a{b=~"c"}' },
    { hit: '!a', marks: '!', says: 'not part of PromQL', miss: '-a' },
    { hit: 'a; b', marks: ';', says: 'not part of PromQL', miss: 'a' },
    { hit: 'bool', marks: 'bool', says: 'an operand', miss: 'boolean' },
    { hit: 'a on (b) c', marks: 'on', says: 'an operator', miss: 'a + on (b) c' },
    { hit: 'Inf{a="b"}', marks: '{', says: 'an operator', miss: 'Infx{a="b"}' },
    { hit: 'a:b(c)', marks: '(', says: 'an operator', miss: 'a:b' },
  ])('$hit', check);
});

describe('strings', () => {
  it.each<Row>([
    { hit: '"\\d"', marks: '\\d', says: 'escape sequence', miss: '"\\\\d"' },
    { hit: `'\\"'`, marks: '\\"', says: 'escape sequence', miss: `'\\''` },
    { hit: '"\\400"', marks: '\\400', says: 'escape sequence', miss: '"\\377"' },
    { hit: '"\\x4"', marks: '\\x4', says: 'escape sequence', miss: '"\\x41"' },
    { hit: '"\\ud800"', marks: '\\ud800', says: 'escape sequence', miss: '"\\u00e9"' },
    { hit: '"\\U00110000"', marks: '\\U00110000', says: 'escape sequence', miss: '"\\U0010ffff"' },
    { hit: '"\uFFFD"', marks: '\uFFFD', says: 'UTF-8', miss: '"é"' },
    { hit: '`\ud800`', marks: '\ud800', says: 'UTF-8', miss: '`\ud83d\ude00`' },
    { hit: '"a', marks: '"a', says: 'closing `"`', miss: '"a"' },
    { hit: '`a', marks: '`a', says: 'closing ```', miss: '`a\n`' },
  ])('$hit', check);
});

describe('braces', () => {
  it.each<Row>([
    { hit: 'x{,}', marks: ',', says: 'a label', miss: 'x{a="b",}' },
    { hit: 'x{a="b",,}', marks: ',', says: 'a label', miss: 'x{}' },
    { hit: 'x{a="b" c="d"}', marks: 'c', says: '`,` or `}`', miss: 'x{a="b",c="d"}' },
    { hit: 'x{a=b}', marks: 'b', says: 'quoted string', miss: 'x{a="b"}' },
    { hit: 'x{a}', marks: '}', says: '`=~`', miss: 'x{"a"="b"}' },
    { hit: 'x{a == "b"}', marks: '=', says: 'quoted string', miss: 'x{a = "b"}' },
    { hit: 'x{a:b="c"}', marks: ':', says: '`=~`', miss: 'x{"a:b"="c"}' },
    { hit: 'x{a=$b}', marks: '$b', says: 'quoted string', miss: 'x{a="$b"}' },
    { hit: 'x{$a}', marks: '$a', says: 'whole matcher', miss: 'x{$a="b"}' },
    {
      hit: 'x{__name__="y"}',
      marks: '__name__="y"',
      says: 'named `x` already',
      miss: '{__name__="y"}',
    },
    { hit: 'x{"y"}', marks: '"y"', says: 'named `x` already', miss: '{"x","y"}' },
    { hit: 'x{a="b"} {c="d"}', marks: '{', says: 'an operator', miss: 'x {c="d"}' },
  ])('$hit', check);
});

describe('calls and groupings', () => {
  it.each<Row>([
    { hit: 'rate(x[5m],)', marks: ',', says: 'end with a `,`', miss: 'sum by (a,) (x)' },
    { hit: 'sum()', marks: 'sum()', says: 'needs an expression', miss: 'sum(x)' },
    { hit: 'sum(1, x)', marks: 'sum(1, x)', says: 'takes 1 argument', miss: 'topk(1, x)' },
    { hit: 'topk(1, x, y)', marks: 'topk(1, x, y)', says: 'takes 2 arguments', miss: 'topk(1, x)' },
    { hit: 'sum by (,) (x)', marks: ',', says: 'a label', miss: 'sum by () (x)' },
    { hit: 'sum by (a b) (x)', marks: 'b', says: '`,` or `)`', miss: 'sum by (a, b) (x)' },
    { hit: 'sum by (1) (x)', marks: '1', says: 'a label', miss: 'sum by ("1") (x)' },
    { hit: 'sum by ("") (x)', marks: '""', says: 'needs a name', miss: 'sum by ("é") (x)' },
    { hit: 'sum by (a) (x) by (b)', marks: 'by', says: 'an operator', miss: 'sum (x) by (b)' },
    { hit: 'a + on (x', marks: 'x', says: '`)`', miss: 'a + on (x) b' },
    {
      hit: 'a + group_left b',
      marks: 'group_left',
      says: 'an operand',
      miss: 'a + on () group_left b',
    },
    { hit: 'a + on () bool b', marks: 'bool', says: 'an operand', miss: 'a == bool on () b' },
    { hit: 'a + fill (1 + 1) b', marks: '+', says: '`)`', miss: 'a + fill (-1) b' },
    { hit: 'a + fill (b) c', marks: 'b', says: 'a number', miss: 'a + fill + (b)' },
    { hit: 'info(a, b)', marks: 'b', says: 'label matchers', miss: 'info(a, {__name__="b"})' },
    { hit: '()', marks: ')', says: 'an operand', miss: '(a)' },
  ])('$hit', check);
});
