import { describe, expect, it } from 'vitest';

import { evaluate } from '../../../lib/import/rules/cases/evaluate.ts';
import type { SteadySeries } from '../../../lib/import/rules/cases/steady-world.ts';
import { parse } from '../../../lib/promql/index.ts';

const series = (
  name: string,
  labels: SteadySeries['labels'],
  start: number,
  perSecond = 0,
): SteadySeries => ({ name, labels, start, perSecond });

const WORLD = [
  series('a', { x: '1', y: 'p' }, 10),
  series('a', { x: '2', y: 'p' }, 30),
  series('b', { x: '1' }, 5),
  series('c_total', { x: '1' }, 0, 2),
  series('h_bucket', { le: '1' }, 0, 1),
  series('h_bucket', { le: '2' }, 0, 3),
  series('h_bucket', { le: '+Inf' }, 0, 4),
];

/** After an hour. */
function result(text: string): unknown {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error('no PromQL');
  const value = evaluate(expr, WORLD, 3600);
  return value.kind === 'scalar'
    ? value.value
    : value.samples.map(({ labels, value: number }) => [labels, number]);
}

describe('an expression over straight lines', () => {
  it.each([
    ['1 + 2 * 3', 7],
    ['time()', 3600],
    ['a{x="1"}', [[{ x: '1', y: 'p', __name__: 'a' }, 10]]],
    ['a{x!~"1"} * 2', [[{ x: '2', y: 'p' }, 60]]],
    ['c_total offset 30m', [[{ x: '1', __name__: 'c_total' }, 3600]]],
    ['rate(c_total[5m])', [[{ x: '1' }, 2]]],
    ['increase(c_total[5m])', [[{ x: '1' }, 600]]],
    ['predict_linear(c_total[5m], 100)', [[{ x: '1' }, 7400]]],
    ['sum(a)', [[{}, 40]]],
    ['avg by (y) (a)', [[{ y: 'p' }, 20]]],
    ['max without (x) (a)', [[{ y: 'p' }, 30]]],
    ['topk(1, a)', [[{ x: '2', y: 'p', __name__: 'a' }, 30]]],
    ['quantile(0.25, a)', [[{}, 15]]],
    ['stddev(a)', [[{}, 10]]],
    ['a / on (x) b', [[{ x: '1' }, 2]]],
    ['a * on (x) group_left () b', [[{ x: '1', y: 'p' }, 50]]],
    ['b > bool 7', [[{ x: '1' }, 0]]],
    ['a > 20', [[{ x: '2', y: 'p', __name__: 'a' }, 30]]],
    ['a and on (x) b', [[{ x: '1', y: 'p', __name__: 'a' }, 10]]],
    ['a unless on (x) b', [[{ x: '2', y: 'p', __name__: 'a' }, 30]]],
    [
      'b or vector(0)',
      [
        [{ x: '1', __name__: 'b' }, 5],
        [{}, 0],
      ],
    ],
    ['absent(none{x="1",y=~"z"})', [[{ x: '1' }, 1]]],
    ['absent(a)', []],
    ['scalar(b)', 5],
    ['max_over_time(b[5m])', [[{ x: '1' }, 5]]],
    ['max_over_time(rate(c_total[5m])[1h:])', [[{ x: '1' }, 2]]],
    ['changes(b[5m])', [[{ x: '1' }, 0]]],
    ['round(b, 2)', [[{ x: '1' }, 6]]],
    ['clamp_max(b, 3)', [[{ x: '1' }, 3]]],
    ['label_replace(b, "z", "<$1>", "x", "(.)")', [[{ x: '1', __name__: 'b', z: '<1>' }, 5]]],
    ['label_join(b, "z", "-", "x", "x")', [[{ x: '1', __name__: 'b', z: '1-1' }, 5]]],
    ['histogram_quantile(0.5, rate(h_bucket[5m]))', [[{}, 1.5]]],
    ['histogram_quantile(0.9, rate(h_bucket[5m]))', [[{}, 2]]],
  ])('%s', (text, expected) => {
    expect(result(text)).toEqual(expected);
  });

  it.each([
    ['avg_over_time(c_total[5m])', '`avg_over_time()` of a series that moves'],
    ['count_over_time(b[5m])', '`count_over_time()` is not known here'],
    ['a / ignoring (x, y) b', 'several series for a partner'],
    ['b / on () a', 'several partners for a series'],
    ['max_over_time(c_total[5m:])', 'a subquery of what changes'],
    ['b @ end()', '`@`'],
    ['day_of_week()', '`day_of_week()` is not known here'],
  ])('is not foretold: %s', (text, reason) => {
    expect(() => result(text)).toThrow(reason);
  });
});
