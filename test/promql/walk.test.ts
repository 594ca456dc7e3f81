import { expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { walk } from '../../lib/promql/walk.ts';

it('visits a parent before its children, in the order of the text', () => {
  const { expr } = parse('topk(3, -rate(a[5m])) + (b[1h:] or $x)');
  expect(expr && [...walk(expr)].map(({ kind }) => kind)).toEqual([
    'binary',
    'aggregate',
    'number',
    'unary',
    'call',
    'matrix',
    'selector',
    'paren',
    'binary',
    'subquery',
    'selector',
    'variable',
  ]);
});
