import { describe, expect, it } from 'vitest';

import { any, type Metric } from '../../../lib/catalog/index.ts';
import { builderSource, type Handles, handlesOf } from '../../../lib/import/promql/index.ts';
import { canonicalText, type Expr, parse } from '../../../lib/promql/index.ts';

const seen = { help: '', unit: 'unknown', jobs: [] } as const;

/** A catalog that is bound to no job, except `api_*`. */
const METRICS: readonly Metric[] = [
  { ...seen, name: 'hits_total', kind: 'counter', labels: { code: any } },
  { ...seen, name: 'depth', kind: 'gauge', labels: { queue: any } },
  { ...seen, name: 'build_info', kind: 'info', labels: { version: any } },
  { ...seen, name: 'wait_seconds', kind: 'histogram', labels: {} },
  { ...seen, name: 'gc_seconds', kind: 'summary', labels: {}, quantiles: [0.5, 0.99] },
  { ...seen, name: 'odd.name', kind: 'gauge', labels: {} },
  {
    ...seen,
    name: 'api_hits_total',
    kind: 'counter',
    jobs: ['api'],
    labels: { code: ['200', '500'], job: ['api'], instance: any },
  },
];

const HANDLES: Handles = {
  ...handlesOf(METRICS, 'm'),
  variable: (name) =>
    name === 'every'
      ? variable('every', { multi: false, interval: true })
      : name === 'queue'
        ? variable('queue', { multi: true, interval: false })
        : undefined,
};

function variable(name: string, kind: { readonly multi: boolean; readonly interval: boolean }) {
  const value = { kind: 'variable', name, ...kind } as const;
  return { code: name, root: name, value, ...kind };
}

function read(text: string): Expr {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error(`no PromQL: ${text}`);
  return expr;
}

describe('an expression becomes typed calls', () => {
  it.each([
    ['depth', 'm.depth'],
    ['hits_total', 'm.hits_total.raw()'],
    ['depth{queue="a"} offset 1h30m', "m.depth.where({ queue: 'a' }).offset('90m')"],
    ['depth{queue=~"a|b",x!="c"}', "m.depth.where({ queue: ['a', 'b'], x: not('c') })"],
    ['depth{queue=~"a.*"}', "m.depth.where({ queue: matches('a.*') })"],
    ['depth{queue!~"a|b"}', "m.depth.where({ queue: not('a', 'b') })"],
    ['depth{queue!~"a.*"}', "m.depth.where({ queue: matchesNot('a.*') })"],
    ['depth{queue=~".+",queue!="a"}', "m.depth.where({ queue: allOf(matches('.+'), not('a')) })"],
    ['depth{queue=~"$queue"}', 'm.depth.where({ queue })'],
    ['depth{queue="$queue"}', "m.depth.where({ queue: '$queue' })"],
    ['{"odd.name"}', "m['odd.name']"],
    ['rate(hits_total[$__rate_interval])', 'm.hits_total.rate()'],
    ['sum(rate(hits_total[5m])) by (code)', "m.hits_total.rate('5m').sumBy('code')"],
    ['rate(hits_total[$every])', 'm.hits_total.rate(every)'],
    ['max_over_time(depth[1h])', "m.depth.maxOverTime('1h')"],
    ['max_over_time(depth[1h:5m])', "m.depth.maxOverTime('1h', '5m')"],
    ['increase(depth[1h:])', "m.depth.subquery('1h').increase()"],
    [
      'increase(hits_total[$__interval:] offset -$__interval)',
      "m.hits_total.raw().subquery('$__interval', { offset: '-$__interval' }).increase()",
    ],
    ['1 - depth', 'number(1).sub(m.depth)'],
    ['-depth + (2 * 3)', 'm.depth.neg().add(number(2).mul(3))'],
    ['depth > bool -1', 'm.depth.gt(-1).bool()'],
    ['depth / on (queue) depth', "m.depth.div(m.depth, on('queue'))"],
    [
      'depth * on (a) group_left (version) build_info',
      "m.depth.mul(m.build_info, on('a').groupLeft('version'))",
    ],
    ['sum(depth) or vector(0)', 'm.depth.sum().orZero()'],
    ['sum by (a) (depth) or sum by (b) (depth)', "m.depth.sumBy('a').orMixed(m.depth.sumBy('b'))"],
    ['absent(hits_total{code="500"})', "m.hits_total.where({ code: '500' }).absent('code')"],
    ['absent(depth == 1)', 'm.depth.eq(1).isEmpty()'],
    [
      'histogram_quantile(0.9, sum by (le, a) (rate(wait_seconds_bucket{b="c"}[5m])))',
      "m.wait_seconds.where({ b: 'c' }).quantile(0.9, { by: ['a'], range: '5m' })",
    ],
    [
      'histogram_quantile(0.9, sum by (a, le) (rate(wait_seconds_bucket[5m])))',
      "m.wait_seconds.bucket.rate('5m').sumBy('a', 'le').histogramQuantile(0.9)",
    ],
    [
      'rate(wait_seconds_sum[5m]) / rate(wait_seconds_count[5m])',
      "m.wait_seconds.sum.rate('5m').div(m.wait_seconds.count.rate('5m'))",
    ],
    ['gc_seconds{a="b",quantile="0.99"}', "m.gc_seconds.where({ a: 'b' }).quantile(0.99)"],
    ['topk(3, depth)', 'm.depth.topk(3)'],
    ['count(hits_total)', 'm.hits_total.count()'],
    ['time() - depth', 'time().sub(m.depth)'],
    [
      'label_replace(depth, "host", "$1", "queue", "(.*):.*")',
      "m.depth.labelReplace('host', '$1', 'queue', '(.*):.*')",
    ],
    ['rate(api_hits_total{job="api"}[5m])', "m.api_hits_total.rate('5m')"],
    [
      'rate(api_hits_total{job="api",code="500"}[5m])',
      "m.api_hits_total.where({ code: '500' }).rate('5m')",
    ],
  ])('%s', (text, code) => {
    expect(builderSource(read(text), HANDLES)).toMatchObject({ code });
  });
});

describe('an expression stays text', () => {
  it.each([
    ['unseen', '`unseen` is in no catalog'],
    ['{job="a"}', 'a selector without a metric name'],
    ['rate(depth[5m])', '`rate()` of a gauge'],
    ['delta(hits_total[5m])', '`delta()` of a counter'],
    ['depth @ end()', '`@` has no typed call'],
    ['rate(hits_total[$other])', 'the window `$other`'],
    ['depth > $limit', 'a variable instead of a number'],
    ['sum by (a) (depth) / depth', 'the labels of the two sides differ'],
    ['sum by (b) (sum by (a) (depth))', 'an aggregation by a label that is gone'],
    ['rate(api_hits_total{job="api",zone="a"}[5m])', '`zone` is no label of the metric'],
    ['rate(api_hits_total{job="api",code="404"}[5m])', '`404` is no value of `code`'],
    ['rate(api_hits_total[5m])', 'the typed calls would mean rate(api_hits_total{job="api"}[5m])'],
    ['depth{a="1",b="2",a!="3"}', 'the typed calls would mean depth{a="1",a!="3",b="2"}'],
  ])('%s', (text, reason) => {
    expect(builderSource(read(text), HANDLES)).toEqual({ reason });
  });
});

describe('what is written', () => {
  it('names all that the file has to import', () => {
    const text = '1 - depth{queue=~"$queue",a=~"x.*"} / on (a) group_left () depth';
    expect(builderSource(read(text), HANDLES)).toMatchObject({
      names: ['m', 'matches', 'number', 'on', 'queue'],
    });
  });

  it('has been carried out: its value is the expression', () => {
    const expr = read('(sum by (a) ((rate(hits_total[60s])))) > (0.50)');
    const built = builderSource(expr, HANDLES);
    if (built.code === undefined) throw new Error(built.reason);
    expect(canonicalText(built.value.node)).toBe(canonicalText(expr));
    expect(built.labels).toEqual(new Set(['a']));
  });

  it.each([
    ['quotes', `depth{queue="it's \\"q\\""}`, `m.depth.where({ queue: 'it\\'s "q"' })`],
    [
      'a template',
      'depth{queue="`${process.exit()}`"}',
      "m.depth.where({ queue: '`${process.exit()}`' })",
    ],
    [
      'a line break',
      'depth{queue="a\\n\'); evil()"}',
      `m.depth.where({ queue: "a\\n'); evil()" })`,
    ],
    ['the prototype', 'depth{__proto__="x"}', "m.depth.where({ ['__proto__']: 'x' })"],
    ['a line separator', 'depth{queue="a\u2028b"}', "m.depth.where({ queue: 'a\\u2028b' })"],
  ])('is no code of the source: %s', (_, text, code) => {
    expect(builderSource(read(text), HANDLES)).toMatchObject({ code });
  });
});
