import { describe, expect, it } from 'vitest';

import { inputWorld, testSeries } from '../../lib/emit/test-series.ts';
import { constant, type Given, given, inBuckets, observed } from '../../lib/model/index.ts';
import { type AnyHandle, seriesOf } from '../../lib/promql/index.ts';
import { errorShare, m, shop } from './shop.ts';

const one = constant(1);

/** A series as it stands in a file that is not type-checked. */
function untyped(name: string, labels: Record<string, string> = {}): Given {
  return { selector: { kind: 'selector', name, matchers: [] }, labels, samples: one };
}

describe('testSeries', () => {
  it.each<[string, Given, string]>([
    [
      'fills in what is not given',
      given(m.requests_total, {}, one),
      'requests_total{code="200",instance="instance",job="api",route="route",tier="web"}',
    ],
    [
      'keeps what is given',
      given(m.requests_total, { code: '500', instance: 'a:1', route: '/"x"' }, one),
      String.raw`requests_total{code="500",instance="a:1",job="api",route="/\"x\"",tier="web"}`,
    ],
    [
      'takes what the selector matches',
      given(m.requests_total.where({ code: '500' }), { route: '/' }, one),
      'requests_total{code="500",instance="instance",job="api",route="/",tier="web"}',
    ],
    [
      'prefers what is given',
      given(m.requests_total.where({ code: '500' }), { code: '200', route: '/' }, one),
      'requests_total{code="200",instance="instance",job="api",route="/",tier="web"}',
    ],
    [
      'takes the first of several jobs, and no label that only one adds',
      given(m.up, {}, one),
      'up{instance="instance",job="prometheus"}',
    ],
    [
      'knows buckets',
      untyped('request_duration_seconds_bucket', { le: '0.5' }),
      'request_duration_seconds_bucket{instance="instance",job="api",le="0.5",tier="web"}',
    ],
    [
      'knows the count',
      untyped('request_duration_seconds_count'),
      'request_duration_seconds_count{instance="instance",job="api",tier="web"}',
    ],
    [
      'leaves recorded series as they are',
      given(seriesOf<'route'>(errorShare.name), { route: '/' }, one),
      'route:request_errors:share5m{route="/"}',
    ],
  ])('%s', (_, series, name) => {
    expect(testSeries(series, shop)).toEqual({ name, problems: [] });
  });

  it.each<[string, Given, string, string | undefined]>([
    [
      'a mistyped metric',
      untyped('request_total'),
      'alert/case-unknown-metric',
      'did you mean `requests_total`?',
    ],
    [
      'a metric of nobody',
      untyped('zebra_crossings'),
      'alert/case-unknown-metric',
      'one of `requests_total`, `orders_waiting`, `request_duration_seconds`, `request_duration_seconds_bucket`, `request_duration_seconds_sum`, `request_duration_seconds_count`, `up`',
    ],
    [
      'a mistyped label',
      untyped('orders_waiting', { queu: 'mail' }),
      'alert/case-unknown-label',
      'did you mean `queue`?',
    ],
    [
      'a bucket of what has none',
      untyped('orders_waiting', { le: '1' }),
      'alert/case-unknown-label',
      'one of `queue`, `tier`, `job`, `instance`',
    ],
    [
      'a mistyped value',
      untyped('orders_waiting', { queue: 'mial' }),
      'alert/case-unknown-value',
      'did you mean `mail`?',
    ],
    [
      'a bound that is no bucket',
      untyped('request_duration_seconds_bucket', { le: '2500000' }),
      'alert/case-unknown-value',
      'one of `0.1`, `0.5`, `1`, `+Inf`',
    ],
    [
      'a histogram under its own name',
      given(m.request_duration_seconds as unknown as AnyHandle, {}, one),
      'alert/case-bare-histogram',
      'observed(m.request_duration_seconds, {}, distribution({ p50: …, p99: … }, perSecond))',
    ],
  ])('reports %s', (_, series, code, hint) => {
    expect(testSeries(series, shop).problems).toEqual([expect.objectContaining({ code, hint })]);
  });
});

describe('inputWorld', () => {
  const answered = observed(m.request_duration_seconds, {}, inBuckets({ 0.5: 1 }));

  it('gives every series of a histogram', () => {
    const { series, problems } = inputWorld([given(m.requests_total, {}, one), answered], shop);
    expect(problems).toEqual([]);
    expect(series.map(({ metric, labels: { le }, entry }) => [entry, metric, le])).toEqual([
      [0, 'requests_total', undefined],
      [1, 'request_duration_seconds_bucket', '0.1'],
      [1, 'request_duration_seconds_bucket', '0.5'],
      [1, 'request_duration_seconds_bucket', '1'],
      [1, 'request_duration_seconds_bucket', '+Inf'],
      [1, 'request_duration_seconds_sum', undefined],
      [1, 'request_duration_seconds_count', undefined],
    ]);
  });

  it.each<[string, Given, string]>([
    [
      'observations in a bucket that is not declared',
      observed(m.request_duration_seconds, {}, inBuckets({ 0.7: 1 })),
      'alert/case-unknown-bucket',
    ],
    [
      'observations of what is no histogram',
      { ...answered, selector: m.orders_waiting.selector },
      'alert/case-not-histogram',
    ],
  ])('reports %s', (_, each, code) => {
    expect(inputWorld([each], shop).problems.map((problem) => problem.code)).toEqual([code]);
  });
});
