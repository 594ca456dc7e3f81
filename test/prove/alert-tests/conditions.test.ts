import { describe, expect, it } from 'vitest';

import { type Expr, parse, print } from '../../../lib/promql/index.ts';
import { conditionsOf } from '../../../lib/prove/alert-tests/conditions.ts';

function parsed(text: string): Expr {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error(text);
  return expr;
}

describe('conditionsOf', () => {
  it.each<[string, readonly string[]]>([
    ['up == 0', ['up == 0']],
    ['0.5 < x', ['x > 0.5']],
    ['x > 5 * 1024 ^ 2', ['x > 5242880']],
    ['x < -(1)', ['x < -1']],
    ['(a > 1) and b > 2', ['a > 1', 'b > 2']],
    ['a > 1 or b > 2', ['a > 1', 'b > 2']],
    ['a > 1 unless b > 2', ['a > 1', 'not b > 2']],
    ['a / (b > 0) > 0.2', ['a / (b > 0) > 0.2']],
    ['absent(up)', []],
    ['count(x > 5)', []],
  ])('%s', (text, found) => {
    const { conditions, others } = conditionsOf(parsed(text));
    expect(others).toEqual([]);
    expect(
      conditions.map(({ value, op, threshold, inverted }) => {
        return `${inverted ? 'not ' : ''}${print(value)} ${op} ${threshold}`;
      }),
    ).toEqual(found);
  });

  it.each([
    ['a > b', 'its threshold is no number'],
    ['a > bool 1', 'a comparison with `bool` returns something always'],
  ])('says of %s why there is no edge', (text, reason) => {
    expect(conditionsOf(parsed(text))).toMatchObject({ conditions: [], others: [{ reason }] });
  });

  it('knows what else may fire', () => {
    const { conditions } = conditionsOf(parsed('a > 1 or b > 2 or absent(c)'));
    expect(conditions.map(({ alternatives }) => alternatives.map(print))).toEqual([
      ['absent(c)', 'b > 2'],
      ['absent(c)', 'a > 1'],
    ]);
  });
});
