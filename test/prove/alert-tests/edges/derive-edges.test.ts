import { describe, expect, it } from 'vitest';

import {
  type Alert,
  constant,
  type EdgeName,
  type Given,
  given,
  inBuckets,
  missing,
  observed,
  record,
  type RecordingRule,
  rising,
} from '../../../../lib/model/index.ts';
import { type Labelled, time } from '../../../../lib/promql/index.ts';
import { m } from '../../../emit/shop.ts';
import { alertOf, tested } from '../workbench.ts';

/** An alert that fires in a world at minute 20; its other case is an empty world. */
function firing<L extends string>(
  expr: Labelled<L>,
  world: readonly Given[],
  options: { readonly for?: '5m'; readonly off?: EdgeName } = {},
): Alert {
  const { for: hold, off } = options;
  return alertOf({
    expr,
    ...(hold === undefined ? {} : { for: hold }),
    ...(off === undefined ? {} : { edges: { off: [{ edge: off, reason: 'it flaps' }] } }),
    cases: [
      { name: 'fires', given: world, at: '20m', fires: [{}] },
      { name: 'quiet', given: [given(m.up, {}, missing())], at: '1m' },
    ],
  });
}

/** The edges in short, and why there are no others. */
async function edgesOf(...rules: readonly (Alert | RecordingRule)[]) {
  const { edges } = (await tested(...rules)) ?? {};
  return {
    cases: edges?.cases.map(({ title, fires, fired }) => {
      return `${title.split(':')[0]}${fires === fired ? '' : ' FAILED'}`;
    }),
    missing: edges?.missing.map(({ edge, reason }) => `${edge}: ${reason}`),
  };
}

const requests = m.requests_total;
const waiting = m.orders_waiting;

describe('edges', () => {
  it.each<[string, Alert, readonly string[], readonly string[]]>([
    [
      'a gauge, and the end of `for`',
      firing(waiting.max().gt(10), [given(waiting, {}, constant(12))], { for: '5m' }),
      [
        'is quiet at 9.98, just below',
        'is quiet at exactly 10',
        'fires at 10.02, just above',
        'is quiet at 4m, 1m before it has held for 5m',
        'fires at 5m, when it has held for 5m',
      ],
      [],
    ],
    [
      'a rate of a counter',
      firing(requests.rate('5m').sum().ge(2), [given(requests, {}, rising(3))]),
      ['is quiet at 1.996, just below', 'fires at exactly 2', 'fires at 2.004, just above'],
      [],
    ],
    [
      'a share, by its numerator',
      firing(
        requests
          .where({ code: '500' })
          .rate('5m')
          .sum()
          .div(requests.rate('5m').sum().gt(0))
          .gt(0.2),
        [
          given(requests, { code: '500' }, rising(31)),
          given(requests, { code: '200' }, rising(69)),
        ],
        { for: '5m' },
      ),
      [
        'is quiet at 0.1996, just below',
        'is quiet at exactly 0.2',
        'fires at 0.2004, just above',
        'is quiet at 5m, 1m before it has held for 5m',
        'fires at 6m, when it has held for 5m',
      ],
      [],
    ],
    [
      'what is left of a whole',
      firing(waiting.max().mul(-1).add(100).lt(20), [given(waiting, {}, constant(90))]),
      ['fires at 19.96, just below', 'is quiet at exactly 20', 'is quiet at 20.04, just above'],
      [],
    ],
    [
      'the age of a timestamp, which grows while it is held',
      firing(time().sub(waiting.max()).gt(600), [given(waiting, {}, constant(60))], { for: '5m' }),
      [
        'is quiet at 598.8, just below',
        'is quiet at exactly 600',
        'fires at 601.2, just above',
        'is quiet at 16m, 1m before it has held for 5m',
        'fires at 17m, when it has held for 5m',
      ],
      [],
    ],
    [
      'a quantile, by moving observations down',
      firing(m.request_duration_seconds.quantile(0.9, { range: '5m' }).gt(0.7), [
        observed(m.request_duration_seconds, {}, inBuckets({ 1: 1 })),
      ]),
      ['is quiet at 0.6986, just below', 'is quiet at exactly 0.7', 'fires at 0.7014, just above'],
      [],
    ],
    [
      'a state, which is 0 or 1',
      firing(m.up.max().eq(0), [given(m.up, { job: 'api' }, constant(0))]),
      ['fires at exactly 0', 'is quiet at 1, just above'],
      ['below: no value is below 0'],
    ],
    [
      'a counter that stands still',
      firing(requests.increase('5m').sum().eq(0), [given(requests, {}, constant(7))]),
      ['fires at exactly 0', 'is quiet at 0.002, just above'],
      ['below: no value is below 0'],
    ],
    [
      'an edge that is switched off',
      firing(waiting.max().gt(10), [given(waiting, {}, constant(12))], { off: 'at' }),
      ['is quiet at 9.98, just below', 'fires at 10.02, just above'],
      ['at: it flaps'],
    ],
    [
      'another side of `or` that fires as well',
      firing(waiting.max().gt(10).or(requests.rate('5m').sum().gt(1)), [
        given(waiting, {}, constant(12)),
        given(requests, {}, rising(2)),
      ]),
      ['fires at 10.02, just above', 'fires at 1.002, just above'],
      [
        'below: another side of `or` fires there',
        'at: another side of `or` fires there',
        'below: another side of `or` fires there',
        'at: another side of `or` fires there',
      ],
    ],
    [
      'a threshold that is no number',
      firing(waiting.max().gt(requests.rate('5m').sum()), [
        given(waiting, {}, constant(12)),
        given(requests, {}, rising(2)),
      ]),
      [],
      [
        'below: its threshold is no number',
        'at: its threshold is no number',
        'above: its threshold is no number',
      ],
    ],
  ])('%s', async (_, rule, cases, none) => {
    expect(await edgesOf(rule)).toEqual({ cases, missing: none });
  });

  it('turns what a recording rule records', async () => {
    const rate = record({ name: 'job:requests:rate5m', expr: requests.rate('5m').sum() });
    const rule = firing(rate.series.gt(2), [given(requests, {}, rising(3))]);
    expect((await edgesOf(rule, rate)).cases).toEqual([
      'is quiet at 1.996, just below',
      'is quiet at exactly 2',
      'fires at 2.004, just above',
    ]);
  });
});
