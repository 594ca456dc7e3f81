import { describe, expect, it } from 'vitest';

import type { Expr } from '../../lib/promql/ast.ts';
import { parse } from '../../lib/promql/parser.ts';
import { checkTypes, valueType } from '../../lib/promql/value-types.ts';

interface Row {
  readonly hit: string;
  /** The text under the caret. */
  readonly marks: string;
  readonly says: string;
  readonly miss: string;
}

function check({ hit, marks, says, miss }: Row): void {
  const { errors } = parse(hit);
  expect(errors.map(({ span }) => hit.slice(span.start, span.end))).toEqual([marks]);
  expect(errors[0]?.message).toContain(says);
  expect(parse(miss).errors).toEqual([]);
}

describe('operands', () => {
  it.each<Row>([
    { hit: 'x[5m] > 1', marks: 'x[5m]', says: '`x[…]` is a range vector', miss: 'rate(x[5m]) > 1' },
    { hit: 'x + "a"', marks: '"a"', says: 'is a string', miss: 'x + 1' },
    { hit: 'x and 1', marks: '1', says: '`and` needs instant vectors', miss: 'x and vector(1)' },
    {
      hit: 'time() or x',
      marks: 'time()',
      says: '`time()` is a scalar',
      miss: 'vector(time()) or x',
    },
    { hit: '1 > 2', marks: '1 > 2', says: 'compares two scalars', miss: '1 > bool 2' },
    {
      hit: 'scalar(x) == 1',
      marks: 'scalar(x) == 1',
      says: 'compares two scalars',
      miss: 'x == 1',
    },
    { hit: 'x + bool y', marks: 'x + bool y', says: '`+` is none', miss: 'x > bool y' },
    { hit: 'x </ bool y', marks: 'x </ bool y', says: '`</` is none', miss: '1 </ 2' },
    { hit: '-x[5m]', marks: '-x[5m]', says: 'is a range vector', miss: '-x' },
    { hit: '-"a"', marks: '-"a"', says: 'is a string', miss: '-1' },
    { hit: 'x[5m][5m:]', marks: 'x[5m]', says: 'is a range vector', miss: 'rate(x[5m])[5m:]' },
    { hit: '1[5m:]', marks: '1', says: 'is a scalar', miss: 'vector(1)[5m:]' },
  ])('$hit', check);
});

describe('vector matching', () => {
  it.each<Row>([
    {
      hit: 'x + on (a) 1',
      marks: 'x + on (a) 1',
      says: 'one side is a scalar',
      miss: 'x + on () 1',
    },
    {
      hit: 'x + fill (0) 1',
      marks: 'x + fill (0) 1',
      says: 'one side is a scalar',
      miss: 'x + fill (0) y',
    },
    {
      hit: 'x and on (a) group_left y',
      marks: 'x and on (a) group_left y',
      says: 'many to many',
      miss: 'x and on (a) y',
    },
    {
      hit: 'x or fill (0) y',
      marks: 'x or fill (0) y',
      says: '`fill` is not for `or`',
      miss: 'x or y',
    },
    {
      hit: 'x + on (a) group_left (a) y',
      marks: 'x + on (a) group_left (a) y',
      says: 'matched by `on` already',
      miss: 'x + ignoring (a) group_left (a) y',
    },
  ])('$hit', check);
});

describe('arguments', () => {
  it.each<Row>([
    { hit: 'rate(x)', marks: 'x', says: 'needs a range vector', miss: 'rate(x[5m])' },
    { hit: 'abs(x[5m])', marks: 'x[5m]', says: 'needs an instant vector', miss: 'abs(x)' },
    { hit: 'vector(x)', marks: 'x', says: 'needs a scalar', miss: 'vector(scalar(x))' },
    {
      hit: 'label_join(x, "a", "b", 1)',
      marks: '1',
      says: 'needs a string',
      miss: 'label_join(x, "a", "b", "c")',
    },
    { hit: 'rate()', marks: 'rate()', says: 'takes 1 argument, not 0', miss: 'hour()' },
    { hit: 'time(1)', marks: 'time(1)', says: 'takes no arguments', miss: 'time()' },
    {
      hit: 'round(x, 1, 2)',
      marks: 'round(x, 1, 2)',
      says: 'at most 2 arguments',
      miss: 'round(x, 1)',
    },
    {
      hit: 'label_join(x, "a")',
      marks: 'label_join(x, "a")',
      says: 'at least 3',
      miss: 'label_join(x, "a", "b")',
    },
    { hit: 'rat(x[5m])', marks: 'rat(x[5m])', says: 'not a function', miss: '$rat(x[5m])' },
    { hit: 'Rate(x[5m])', marks: 'Rate(x[5m])', says: 'not a function', miss: 'SUM(x)' },
    { hit: 'sum(1)', marks: '1', says: 'needs an instant vector', miss: 'sum(vector(1))' },
    { hit: 'sum(x[5m])', marks: 'x[5m]', says: 'needs an instant vector', miss: 'sum(x)' },
    { hit: 'topk(x)', marks: 'topk(x)', says: 'needs a parameter', miss: 'sum(x)' },
    { hit: 'topk("a", x)', marks: '"a"', says: 'needs to be a scalar', miss: 'topk(scalar(y), x)' },
    {
      hit: 'count_values(1, x)',
      marks: '1',
      says: 'needs to be a string',
      miss: 'count_values("a", x)',
    },
    { hit: 'info(x, (y))', marks: '(y)', says: 'label matchers', miss: 'info(x, {})' },
  ])('$hit', check);
});

describe('selectors', () => {
  it.each<Row>([
    { hit: '{}', marks: '{}', says: 'matches every series', miss: 'x{}' },
    { hit: '{a=""}', marks: '{a=""}', says: 'matches every series', miss: '{a!=""}' },
    { hit: '{a=~".*"}', marks: '{a=~".*"}', says: 'matches every series', miss: '{a=~".+"}' },
    { hit: '{a!~"x"}', marks: '{a!~"x"}', says: 'matches every series', miss: '{a!~"x|"}' },
    {
      hit: '{a=~"|y|"}',
      marks: '{a=~"|y|"}',
      says: 'matches every series',
      miss: '{a=~"$y"}',
    },
    { hit: 'x{a=~"(b"}', marks: 'a=~"(b"', says: 'missing closing )', miss: 'x{a="(b"}' },
    {
      hit: 'x{a!~"(?=b)"}',
      marks: 'a!~"(?=b)"',
      says: 'not a regular expression',
      miss: 'x{a!~"(?i)b"}',
    },
    { hit: 'x{a=~"($b"}', marks: 'a=~"($b"', says: 'missing closing )', miss: 'x{a=~"[$b-z]"}' },
  ])('$hit', check);
});

describe('a tree that was built', () => {
  const x: Expr = { kind: 'selector', name: 'x', matchers: [] };

  it.each<{ name: string; tree: Expr; says: string }>([
    { name: 'call', tree: { kind: 'call', func: 'rate', args: [x] }, says: 'needs a range vector' },
    {
      name: 'aggregate',
      tree: { kind: 'aggregate', op: 'topk', of: x },
      says: 'needs a parameter',
    },
    {
      name: 'sum',
      tree: { kind: 'aggregate', op: 'sum', of: x, param: x },
      says: 'takes no parameter',
    },
    {
      name: 'sign',
      tree: { kind: 'unary', op: '-', of: { kind: 'string', value: 'a' } },
      says: 'is a string',
    },
  ])('$name', ({ tree, says }) => {
    const errors = checkTypes(tree);
    expect(errors.map(({ span }) => span)).toEqual([{ start: 0, end: 0 }]);
    expect(errors[0]?.message).toContain(says);
  });

  it('is fine without spans', () => {
    expect(checkTypes({ kind: 'call', func: 'abs', args: [x] })).toEqual([]);
  });
});

describe('valueType', () => {
  it.each([
    ['1 + 2', 'scalar'],
    ['1 + x', 'vector'],
    ['x[5m]', 'matrix'],
    ['(sum(x)[5m:])', 'matrix'],
    ['"a"', 'string'],
    ['-time()', 'scalar'],
    ['scalar(x)', 'scalar'],
    ['x > bool 1', 'vector'],
    ['$x', 'scalar'],
    ['$x + y', 'vector'],
  ])('%s', (text, type) => {
    const { expr } = parse(text);
    expect(expr && valueType(expr)).toBe(type);
  });
});
