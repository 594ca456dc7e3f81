import { describe, expect, it } from 'vitest';

import {
  type AlertCase,
  constant,
  type FiringCase,
  given,
  inBuckets,
  missing,
  observed,
  type QuietCase,
  rising,
} from '../../../lib/model/index.ts';
import type { Labelled } from '../../../lib/promql/index.ts';
import { m } from '../../emit/shop.ts';
import { alertOf, tested } from './workbench.ts';

/** The names of the cases that fail for an expression. */
async function failures<L extends string>(
  expr: Labelled<L>,
  cases: readonly [FiringCase, QuietCase, ...AlertCase[]],
): Promise<readonly string[] | undefined> {
  const result = await tested(alertOf({ expr, cases: cases as never }));
  return result?.runs.flatMap(({ test, difference }) =>
    difference === undefined ? [] : test.name,
  );
}

const requests = m.requests_total;
const ok = requests.where({ code: '200' });
const seconds = m.request_duration_seconds;

describe('a ratio without a numerator', () => {
  const good = ok.rate('5m').sum();
  const all = requests.rate('5m').sum();
  const cases = [
    {
      name: 'fires at half',
      given: [given(ok, {}, rising(1)), given(requests, { code: '500' }, rising(1))],
      at: '10m',
      fires: [{ value: 0.5 }],
    },
    { name: 'is quiet where all is well', given: [given(ok, {}, rising(1))], at: '10m' },
    {
      name: 'fires where nothing ever succeeded: that series does not exist',
      given: [given(requests, { code: '500' }, rising(1))],
      at: '10m',
      fires: [{ value: 0 }],
    },
  ] as const;

  it('says nothing in the worst case', async () => {
    expect(await failures(good.div(all).lt(0.9), cases)).toEqual([
      'fires where nothing ever succeeded: that series does not exist',
    ]);
  });

  it('is right with a zero in its place', async () => {
    expect(await failures(good.orZero().div(all).lt(0.9), cases)).toEqual([]);
  });
});

describe('a ratio of nothing', () => {
  const errors = requests.where({ code: '500' }).rate('5m').sum();
  const all = requests.rate('5m').sum();
  const cases = [
    {
      name: 'fires where half fails',
      given: [given(ok, {}, rising(1)), given(requests, { code: '500' }, rising(1))],
      at: '10m',
      fires: [{}],
    },
    {
      name: 'is quiet without traffic',
      given: [given(ok, {}, constant(9)), given(requests, { code: '500' }, constant(9))],
      at: '10m',
    },
  ] as const;

  it('is NaN, which is unequal to everything', async () => {
    expect(await failures(errors.div(all).ne(0), cases)).toEqual(['is quiet without traffic']);
  });

  it('is right with a whole that is above 0', async () => {
    expect(await failures(errors.div(all.gt(0)).ne(0), cases)).toEqual([]);
  });
});

describe('an alert about a target that is not there', () => {
  const up = m.up.where({ job: 'api' });
  const cases = [
    {
      name: 'fires where it does not answer',
      given: [given(up, {}, constant(0))],
      at: '5m',
      fires: [{ labels: { job: 'api', instance: 'instance' } }],
    },
    { name: 'is quiet while it answers', given: [given(up, {}, constant(1))], at: '5m' },
    {
      name: 'fires where there is no target',
      given: [given(up, {}, missing())],
      at: '5m',
      fires: [{ labels: { job: 'api' } }],
    },
  ] as const;

  it('is silent where nothing is scraped', async () => {
    expect(await failures(up.eq(0), cases)).toEqual(['fires where there is no target']);
  });

  it('is right with absent()', async () => {
    expect(await failures(up.eq(0).orMixed(up.absent('job')), cases)).toEqual([]);
  });
});

describe('a quantile above the last bucket, which is one second', () => {
  const cases = [
    {
      name: 'fires where requests take five seconds',
      given: [observed(seconds, {}, inBuckets({ [Infinity]: 1 }, { mean: 5 }))],
      at: '10m',
      fires: [{ value: 5 }],
    },
    {
      name: 'is quiet where they take half a second',
      given: [observed(seconds, {}, inBuckets({ 0.5: 1 }))],
      at: '10m',
    },
  ] as const;

  it('never comes, so the alert never fires', async () => {
    expect(await failures(seconds.quantile(0.9, { range: '5m' }).gt(2), cases)).toEqual([
      'fires where requests take five seconds',
    ]);
  });

  it('is right by the mean', async () => {
    expect(await failures(seconds.mean({ range: '5m' }).gt(2), cases)).toEqual([]);
  });
});
