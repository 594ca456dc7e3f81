import { describe, expect, it } from 'vitest';

import { type Expr, parse, print } from '../../../../lib/promql/index.ts';
import { mutateExpr } from '../../../../lib/prove/alert-tests/mutate/mutate-expr.ts';

function parsed(text: string): Expr {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error(text);
  return expr;
}

describe('mutateExpr', () => {
  it.each<[string, readonly string[]]>([
    [
      'x > 10',
      [
        'comparison turned: x < 10',
        'comparison loosened: x >= 10',
        'threshold: x > 11',
        'threshold: x > 9',
      ],
    ],
    [
      'x == 0',
      ['comparison turned: x != 0', 'comparison loosened: x >= 0', 'comparison loosened: x <= 0'],
    ],
    ['a or b', ['or: a', 'or: b']],
    ['a / b', ['division: b / a']],
    ['a / on (x) group_left (y) b', ['division: b / on (x) group_right (y) a']],
    [
      'sum by (job, le) (x)',
      [
        'aggregation: avg by (job, le) (x)',
        'aggregation: max by (job, le) (x)',
        'aggregation labels: sum by (le) (x)',
        'aggregation labels: sum by (job) (x)',
      ],
    ],
    [
      'max by (job) (x)',
      [
        'aggregation: min by (job) (x)',
        'aggregation: sum by (job) (x)',
        'aggregation labels: max(x)',
      ],
    ],
    [
      'sum without (job) (x)',
      [
        'aggregation: avg without (job) (x)',
        'aggregation: max without (job) (x)',
        'aggregation labels: sum without () (x)',
      ],
    ],
    [
      'rate(x[5m])',
      ['function: increase(x[5m])', 'function: irate(x[5m])', 'range: rate(x[2m30s])'],
    ],
    [
      'max_over_time(x[10m:1m])',
      [
        'function: avg_over_time(x[10m:1m])',
        'function: min_over_time(x[10m:1m])',
        'function: last_over_time(x[10m:1m])',
        'range: max_over_time(x[5m:1m])',
      ],
    ],
    [
      'x{a="b",c!~"d|e"}',
      [
        'matcher dropped: x{c!~"d|e"}',
        'matcher negated: x{a!="b",c!~"d|e"}',
        'matcher dropped: x{a="b"}',
        'matcher negated: x{a="b",c=~"d|e"}',
      ],
    ],
    ['{a="b"}', ['matcher negated: {a!="b"}']],
    ['time() - x', []],
  ])('%s', (text, expected) => {
    const found = [...mutateExpr(parsed(text))].map(({ kind, to }) => `${kind}: ${print(to)}`);
    expect(found).toEqual(expected);
  });

  it('changes one place of the whole', () => {
    const [first] = mutateExpr(parsed('a / (b > 0) > 1'));
    expect(first).toMatchObject({ kind: 'comparison turned' });
    expect([...mutateExpr(parsed('a / (b > 0) > 1'))].map(({ to }) => print(to))).toContain(
      'a / (b >= 0) > 1',
    );
  });
});
