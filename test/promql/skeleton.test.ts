import { expect, it } from 'vitest';

import { parse } from '../../lib/promql/parser.ts';
import { skeleton } from '../../lib/promql/skeleton.ts';

it.each([
  ['topk by (a, b) (3, x{c="d"})', 'A(topk bya,b:N,V)'],
  ['sum without () (x)', 'A(sum without:V)'],
  ['rate(x[5m] offset 1h @ 3)', 'C(rate:M(V))'],
  ['-(x[5m:1m])[5m:]', 'U(-,Q(P(Q(V))))'],
  ['label_join(x, "a", "b")', 'C(label_join:V,S,S)'],
  ['a > bool on (x) group_left (y, z) b', 'B(> bool onx gly,z,V,V)'],
  ['a - ignoring (x) group_right b', 'B(- ignoringx gr,V,V)'],
  ['a + on () b', 'B(+ on,V,V)'],
  ['1 + on () b', 'B(+,N,V)'],
])('%s', (text, shape) => {
  const { expr } = parse(text);
  expect(expr && skeleton(expr)).toBe(shape);
});
