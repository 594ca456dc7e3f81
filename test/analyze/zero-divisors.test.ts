import { expect, it } from 'vitest';

import { zeroDivisorsIn } from '../../lib/analyze/zero-divisors.ts';
import { envOf, type Expr, Inference, parse, print } from '../../lib/promql/index.ts';

const ENV = envOf([], { open: true });

/** What `name` divides by, where each rule `r1`, `r2`, … reads the next, and `last` divides by `slots`. */
function divisorsBelow(name: string, last: number): readonly string[] {
  const rule = (read: string) => {
    const index = Number(read.slice(1));
    return read.startsWith('r')
      ? [parsed(index === last ? 'depth / slots' : `r${index + 1} * 2`)]
      : [];
  };
  const node = parsed(name);
  return zeroDivisorsIn(node, new Inference(node, ENV), ENV, rule).map(print);
}

function parsed(text: string): Expr {
  return parse(text).expr as Expr;
}

it('reads through rules', () => {
  expect(divisorsBelow('r1', 20)).toEqual(['slots']);
});

it('gives up in a chain that is as long as a file', () => {
  expect(divisorsBelow('r1', 20_000)).toEqual([]);
});
