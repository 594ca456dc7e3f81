import { describe, expect, it } from 'vitest';

import { alertsOf } from '../../../../lib/emit/index.ts';
import { constant, given } from '../../../../lib/model/index.ts';
import { type Labelled, on, vector } from '../../../../lib/promql/index.ts';
import { mutantsOf } from '../../../../lib/prove/alert-tests/mutate/mutants.ts';
import { subjectsOf } from '../../../../lib/prove/alert-tests/subject.ts';
import { m } from '../../../emit/shop.ts';
import { alertOf, shopWith } from '../workbench.ts';

/** What stands in the place of a node in mutants that are proved to be the same rule. */
function proved<L extends string>(expr: Labelled<L>): readonly string[] {
  const rule = alertOf({
    expr,
    cases: [
      { name: 'fires', given: [given(m.orders_waiting, {}, constant(1))], at: '5m', fires: [{}] },
      { name: 'quiet', given: [], at: '5m' },
    ],
  });
  const system = shopWith(rule);
  expect(alertsOf(system)).toHaveLength(1);
  return subjectsOf(system)
    .flatMap((subject) => mutantsOf(subject))
    .filter(({ equivalent }) => equivalent !== undefined)
    .map(({ change }) => change[1]);
}

const PRINTED_UP = 'up{job=~"prometheus|api"}';
const REQUESTS = 'requests_total{job="api"}';
const ERRORS = 'requests_total{job="api",code="500"}';
const BUCKET = 'request_duration_seconds_bucket{job="api"}';
const WAITING = 'orders_waiting{job="api"}';

const requests = m.requests_total;
const errors = requests.where({ code: '500' });
const rate = requests.rate('5m').sum();
const seconds = m.request_duration_seconds;

describe('proved to be the same', () => {
  it.each<[string, Labelled<string>, readonly string[]]>([
    [
      'a matcher that every declared series passes, and not one that some do not',
      m.orders_waiting.where({ queue: 'mail' }).gt(1) as never,
      ['orders_waiting{queue="mail"}'],
    ],
    [
      'a matcher of a metric of several jobs is not',
      m.up.where({ job: 'api' }).gt(0.5) as never,
      [],
    ],
    ['a comparison beyond the range', m.up.eq(0) as never, ['up', `${PRINTED_UP} <= 0`]],
    [
      'a factor below a quantile, and not another range',
      seconds.quantile(0.9, { range: '5m' }).gt(0.5) as never,
      [
        `avg by (le) (rate(${BUCKET}[5m]))`,
        `increase(${BUCKET}[5m])`,
        'request_duration_seconds_bucket',
      ],
    ],
    [
      'the sign of a total',
      requests.increase('5m').sum().gt(0) as never,
      [
        `avg(increase(${REQUESTS}[5m]))`,
        `max(increase(${REQUESTS}[5m]))`,
        `rate(${REQUESTS}[5m])`,
        'requests_total',
      ],
    ],
    [
      'a zero in a numerator, and a guard of the whole of a part',
      errors.rate('5m').sum().orZero().div(rate.gt(0)).gt(0.1) as never,
      [
        `sum(rate(${ERRORS}[5m]))`,
        'requests_total{code="500"}',
        `sum(rate(${REQUESTS}[5m])) >= 0`,
        'requests_total',
      ],
    ],
    [
      'a zero is not where the comparison asks for little',
      errors.rate('5m').sum().orZero().lt(0.1) as never,
      ['requests_total{code="500"}'],
    ],
    [
      'a matcher that the other side of a join has',
      m.orders_waiting
        .where({ queue: 'mail' })
        .maxBy('queue')
        .div(m.orders_waiting.where({ queue: 'mail' }).sumBy('queue'), on('queue'))
        .gt(1) as never,
      [
        'orders_waiting{job="api"}',
        'orders_waiting{queue="mail"}',
        'orders_waiting{job="api"}',
        'orders_waiting{queue="mail"}',
      ],
    ],
    [
      'what is multiplied by 0',
      rate.or(m.orders_waiting.sum().mul(0)).gt(vector(1)) as never,
      ['requests_total', `avg(${WAITING})`, `max(${WAITING})`, 'orders_waiting'],
    ],
  ])('%s', (_, expr, expected) => {
    expect([...proved(expr)].sort()).toEqual([...expected].sort());
  });
});
