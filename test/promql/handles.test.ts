import { describe, expect, it, test } from 'vitest';

import {
  allOf,
  ignoring,
  matches,
  matchesNot,
  not,
  number,
  on,
  type Query,
  seriesOf,
  time,
  vector,
} from '../../lib/promql/index.ts';
import { parse } from '../../lib/promql/parser.ts';
import { print } from '../../lib/promql/printer.ts';
import { promtoolVerdict } from './promtool-verdict.ts';
import { m } from './shop.ts';

const queue = { kind: 'variable', name: 'queue', multi: true } as const;
const route = { kind: 'variable', name: 'route', multi: false } as const;
const window = { kind: 'variable', name: 'window', interval: true } as const;
const threshold = { kind: 'variable', name: 'threshold', multi: false } as const;

const sessions = m.sessions_total;
const depth = m.queue_depth.maxBy('queue');
const capacity = m.queue_capacity.maxBy('queue');
const latency = m.request_duration_seconds;
const payload = m.payload_bytes;
const up = m.up.maxBy('job');

type Row = readonly [typed: Query, text: string];

const SELECTORS: readonly Row[] = [
  [
    m.requests_total.where({ code: allOf(matches('[45]..'), not('404')) }).raw(),
    'requests_total{job="api",code=~"[45]..",code!="404"}',
  ],
  [
    m.up.where({ job: allOf('worker', not('api')), tier: 'cron' }).where({ tier: not('web') }),
    'up{job="worker",job!="api",tier!="web"}',
  ],
  [m.queue_depth.offset('-5m'), 'queue_depth{job="api"} offset -5m'],
  [sessions.raw(), 'sessions_total{job="api"}'],
  [m.up, 'up{job=~"api|worker"}'],
  [m.cluster_size, 'cluster_size'],
  [m.build_info, 'build_info{job="api"}'],
  [seriesOf<'job'>('job:requests:rate5m'), 'job:requests:rate5m'],
  [m.queue_depth.where({ queue: 'cleanup' }), 'queue_depth{job="api",queue="cleanup"}'],
  [m.up.where({ job: 'worker' }), 'up{job="worker"}'],
  [m.up.where({ tier: ['web', 'cron'] }), 'up{job=~"api|worker",tier=~"web|cron"}'],
  [m.up.where({ tier: ['web'] }), 'up{job=~"api|worker",tier="web"}'],
  [m.queue_depth.where({ queue: not('cleanup') }), 'queue_depth{job="api",queue!="cleanup"}'],
  [
    m.requests_total.where({ code: not('200', '404') }).raw(),
    'requests_total{job="api",code!~"200|404"}',
  ],
  [m.requests_total.where({ code: matches('5..') }).raw(), 'requests_total{job="api",code=~"5.."}'],
  [
    m.requests_total.where({ route: matchesNot('/int.*') }).raw(),
    'requests_total{job="api",route!~"/int.*"}',
  ],
  [
    m.requests_total.where({ route: ['/a.b', '/c(d)'] }).raw(),
    'requests_total{job="api",route=~"/a\\\\.b|/c\\\\(d\\\\)"}',
  ],
  [m.requests_total.where({ route: 'a"b\\' }).raw(), 'requests_total{job="api",route="a\\"b\\\\"}'],
  [m.queue_depth.where({ queue }), 'queue_depth{job="api",queue=~"$queue"}'],
  [m.requests_total.where({ route }).raw(), 'requests_total{job="api",route="$route"}'],
  [
    m.requests_total.where({ code: '200' }).where({ code: '404', route: '/' }).raw(),
    'requests_total{job="api",code="404",route="/"}',
  ],
  [m.queue_depth.offset('1d'), 'queue_depth{job="api"} offset 1d'],
  [m.queue_depth.offset('-90s'), 'queue_depth{job="api"} offset -1m30s'],
  [m.build_info.where({ version: '1' }), 'build_info{job="api",version="1"}'],
];

const WINDOWS: readonly Row[] = [
  [sessions.rate(), 'rate(sessions_total{job="api"}[$__rate_interval])'],
  [sessions.rate('5m'), 'rate(sessions_total{job="api"}[5m])'],
  [sessions.rate(window), 'rate(sessions_total{job="api"}[$window])'],
  [sessions.offset('1d').rate('90m'), 'rate(sessions_total{job="api"}[1h30m] offset 1d)'],
  [sessions.irate('1m'), 'irate(sessions_total{job="api"}[1m])'],
  [sessions.increase('$__range'), 'increase(sessions_total{job="api"}[$__range])'],
  [sessions.resets('1h'), 'resets(sessions_total{job="api"}[1h])'],
  [m.queue_depth.delta('1h'), 'delta(queue_depth{job="api"}[1h])'],
  [m.queue_depth.idelta('$__interval'), 'idelta(queue_depth{job="api"}[$__interval])'],
  [m.queue_depth.deriv('1h'), 'deriv(queue_depth{job="api"}[1h])'],
  [m.queue_depth.changes('1h'), 'changes(queue_depth{job="api"}[1h])'],
  [m.queue_depth.predictLinear('6h', 86400), 'predict_linear(queue_depth{job="api"}[6h], 86400)'],
  [m.queue_depth.avgOverTime('1h'), 'avg_over_time(queue_depth{job="api"}[1h])'],
  [m.queue_depth.minOverTime(), 'min_over_time(queue_depth{job="api"}[$__rate_interval])'],
  [m.queue_depth.maxOverTime('1h', '5m'), 'max_over_time(queue_depth{job="api"}[1h:5m])'],
  [depth.sumOverTime('1h'), 'sum_over_time(max by (queue) (queue_depth{job="api"})[1h:])'],
  [
    sessions.rate('5m').countOverTime('1h', '1m'),
    'count_over_time(rate(sessions_total{job="api"}[5m])[1h:1m])',
  ],
  [m.queue_depth.lastOverTime('1h'), 'last_over_time(queue_depth{job="api"}[1h])'],
  [m.queue_depth.presentOverTime('1h'), 'present_over_time(queue_depth{job="api"}[1h])'],
  [m.queue_depth.stddevOverTime('1h'), 'stddev_over_time(queue_depth{job="api"}[1h])'],
  [m.queue_depth.stdvarOverTime('1h'), 'stdvar_over_time(queue_depth{job="api"}[1h])'],
  [
    m.queue_depth.quantileOverTime(0.9, '1h'),
    'quantile_over_time(0.9, queue_depth{job="api"}[1h])',
  ],
  [m.up.gt(0).minOverTime('1h', '1m'), 'min_over_time((up{job=~"api|worker"} > 0)[1h:1m])'],
  [sessions.absent('job'), 'absent(sessions_total{job="api"})'],
  [sessions.absentOverTime('1h'), 'absent_over_time(sessions_total{job="api"}[1h])'],
  [m.queue_depth.absent(), 'absent(queue_depth{job="api"})'],
  [m.queue_depth.absentOverTime('5m', 'job'), 'absent_over_time(queue_depth{job="api"}[5m])'],
  [depth.isEmpty(), 'absent(max by (queue) (queue_depth{job="api"}))'],
];

const SUBQUERIES: readonly Row[] = [
  [depth.subquery('1h').deriv(), 'deriv(max by (queue) (queue_depth{job="api"})[1h:])'],
  [
    sessions.raw().subquery('5m', { step: '10s', offset: '-5m' }).increase(),
    'increase(sessions_total{job="api"}[5m:10s] offset -5m)',
  ],
  [up.subquery('1d').changes(), 'changes(max by (job) (up{job=~"api|worker"})[1d:])'],
  [
    up.subquery('1d').quantileOverTime(0.9),
    'quantile_over_time(0.9, max by (job) (up{job=~"api|worker"})[1d:])',
  ],
  [
    depth.subquery('1h').predictLinear(number(4).mul(3600)),
    'predict_linear(max by (queue) (queue_depth{job="api"})[1h:], 4 * 3600)',
  ],
];

const HISTOGRAMS: readonly Row[] = [
  [
    latency.bucket.rate('5m').sumBy('route', 'le').histogramQuantile(0.9),
    'histogram_quantile(0.9, sum by (route, le) (rate(request_duration_seconds_bucket{job="api"}[5m])))',
  ],
  [
    latency.quantile(0.9),
    'histogram_quantile(0.9, sum by (le) (rate(request_duration_seconds_bucket{job="api"}[$__rate_interval])))',
  ],
  [
    latency.quantile(0.99, { by: ['route'], range: '10m' }),
    'histogram_quantile(0.99, sum by (le, route) (rate(request_duration_seconds_bucket{job="api"}[10m])))',
  ],
  [
    latency.quantile(number(threshold), { range: '10m' }),
    'histogram_quantile($threshold, sum by (le) (rate(request_duration_seconds_bucket{job="api"}[10m])))',
  ],
  [
    latency.where({ route: '/' }).offset('1w').quantile(0.5, { range: '5m' }),
    'histogram_quantile(0.5, sum by (le) (rate(request_duration_seconds_bucket{job="api",route="/"}[5m] offset 1w)))',
  ],
  [
    latency.mean({ by: ['route'], range: '5m' }),
    'sum by (route) (rate(request_duration_seconds_sum{job="api"}[5m])) / (sum by (route) (rate(request_duration_seconds_count{job="api"}[5m])) > 0)',
  ],
  [
    latency.share(0.5, { range: '5m' }),
    'sum(rate(request_duration_seconds_bucket{job="api",le="0.5"}[5m])) / (sum(rate(request_duration_seconds_count{job="api"}[5m])) > 0)',
  ],
  [
    latency.share(1, { by: ['route'], range: '5m' }),
    'sum by (route) (rate(request_duration_seconds_bucket{job="api",le=~"1|1\\\\.0"}[5m])) / (sum by (route) (rate(request_duration_seconds_count{job="api"}[5m])) > 0)',
  ],
  [
    latency.heatmap(),
    'sum by (le) (increase(request_duration_seconds_bucket{job="api"}[$__rate_interval]))',
  ],
  [latency.count.rate('5m'), 'rate(request_duration_seconds_count{job="api"}[5m])'],
  [latency.sum.increase('5m'), 'increase(request_duration_seconds_sum{job="api"}[5m])'],
  [
    latency.bucket.where({ le: '0.5' }).rate('5m'),
    'rate(request_duration_seconds_bucket{job="api",le="0.5"}[5m])',
  ],
  [
    payload.quantile(0.9, { by: ['route'], range: '5m' }),
    'histogram_quantile(0.9, sum by (route) (rate(payload_bytes{job="api"}[5m])))',
  ],
  [m.gc_pause_seconds.quantile(0.99), 'gc_pause_seconds{job="api",quantile="0.99"}'],
  [
    m.gc_pause_seconds.mean({ by: ['instance'], range: '5m' }),
    'sum by (instance) (rate(gc_pause_seconds_sum{job="api"}[5m])) / (sum by (instance) (rate(gc_pause_seconds_count{job="api"}[5m])) > 0)',
  ],
  [m.gc_pause_seconds.count.rate('5m'), 'rate(gc_pause_seconds_count{job="api"}[5m])'],
  [
    m.gc_pause_seconds.where({ instance: 'a' }).offset('1h').sum.increase('5m'),
    'increase(gc_pause_seconds_sum{job="api",instance="a"}[5m] offset 1h)',
  ],
];

const AGGREGATIONS: readonly Row[] = [
  [depth.topk(number(2).add(1)), 'topk(2 + 1, max by (queue) (queue_depth{job="api"}))'],
  [m.up.sum(), 'sum(up{job=~"api|worker"})'],
  [m.up.sumBy('job', 'tier'), 'sum by (job, tier) (up{job=~"api|worker"})'],
  [m.up.sumWithout('instance'), 'sum without (instance) (up{job=~"api|worker"})'],
  [up.avg(), 'avg(max by (job) (up{job=~"api|worker"}))'],
  [m.up.avgBy('job'), 'avg by (job) (up{job=~"api|worker"})'],
  [m.up.avgWithout('job'), 'avg without (job) (up{job=~"api|worker"})'],
  [m.up.min(), 'min(up{job=~"api|worker"})'],
  [m.up.minBy('job'), 'min by (job) (up{job=~"api|worker"})'],
  [m.up.minWithout('job'), 'min without (job) (up{job=~"api|worker"})'],
  [m.up.max(), 'max(up{job=~"api|worker"})'],
  [m.up.maxWithout('job'), 'max without (job) (up{job=~"api|worker"})'],
  [m.up.count(), 'count(up{job=~"api|worker"})'],
  [m.up.countBy('job'), 'count by (job) (up{job=~"api|worker"})'],
  [m.up.countWithout('job'), 'count without (job) (up{job=~"api|worker"})'],
  [sessions.count(), 'count(sessions_total{job="api"})'],
  [sessions.countBy('instance'), 'count by (instance) (sessions_total{job="api"})'],
  [m.up.group(), 'group(up{job=~"api|worker"})'],
  [m.up.groupBy('job'), 'group by (job) (up{job=~"api|worker"})'],
  [m.up.groupWithout('job'), 'group without (job) (up{job=~"api|worker"})'],
  [m.up.stddev(), 'stddev(up{job=~"api|worker"})'],
  [m.up.stddevBy('job'), 'stddev by (job) (up{job=~"api|worker"})'],
  [m.up.stddevWithout('job'), 'stddev without (job) (up{job=~"api|worker"})'],
  [m.up.stdvar(), 'stdvar(up{job=~"api|worker"})'],
  [m.up.stdvarBy('job'), 'stdvar by (job) (up{job=~"api|worker"})'],
  [m.up.stdvarWithout('job'), 'stdvar without (job) (up{job=~"api|worker"})'],
  [m.up.quantileOf(0.9), 'quantile(0.9, up{job=~"api|worker"})'],
  [m.up.quantileOfBy(0.9, 'job'), 'quantile by (job) (0.9, up{job=~"api|worker"})'],
  [depth.topk(3), 'topk(3, max by (queue) (queue_depth{job="api"}))'],
  [m.queue_depth.topk(3, 'queue'), 'topk by (queue) (3, queue_depth{job="api"})'],
  [m.queue_depth.bottomk(3), 'bottomk(3, queue_depth{job="api"})'],
  [m.up.countValues('state', 'job'), 'count_values by (job) ("state", up{job=~"api|worker"})'],
];

const OPERATORS: readonly Row[] = [
  [up.orMixed(vector(0), on()), 'max by (job) (up{job=~"api|worker"}) or on () vector(0)'],
  [depth.div(number(2).pow(16)), 'max by (queue) (queue_depth{job="api"}) / 2 ^ 16'],
  [up.add(1), 'max by (job) (up{job=~"api|worker"}) + 1'],
  [
    depth.sub(capacity),
    'max by (queue) (queue_depth{job="api"}) - max by (queue) (queue_capacity{job="api"})',
  ],
  [depth.mul(60), 'max by (queue) (queue_depth{job="api"}) * 60'],
  [
    depth.div(capacity.gt(0)),
    'max by (queue) (queue_depth{job="api"}) / (max by (queue) (queue_capacity{job="api"}) > 0)',
  ],
  [m.up.mod(2), 'up{job=~"api|worker"} % 2'],
  [m.up.add(1).pow(2), '(up{job=~"api|worker"} + 1) ^ 2'],
  [m.breaker_state.atan2(m.breaker_open), 'breaker_state{job="api"} atan2 breaker_open{job="api"}'],
  [m.up.neg(), '-up{job=~"api|worker"}'],
  [m.up.add(1).neg(), '-(up{job=~"api|worker"} + 1)'],
  [m.up.sub(m.up.sub(1)), 'up{job=~"api|worker"} - (up{job=~"api|worker"} - 1)'],
  [
    m.up.div(m.queue_depth.sumBy('instance'), on('instance')),
    'up{job=~"api|worker"} / on (instance) sum by (instance) (queue_depth{job="api"})',
  ],
  [
    m.up.sum().div(depth.sum(), on()),
    'sum(up{job=~"api|worker"}) / on () sum(max by (queue) (queue_depth{job="api"}))',
  ],
  [
    m.queue_depth.sumBy('job', 'queue').div(m.up.sumBy('job'), ignoring('queue').groupLeft()),
    'sum by (job, queue) (queue_depth{job="api"}) / ignoring (queue) group_left () sum by (job) (up{job=~"api|worker"})',
  ],
  [
    up.mul(m.build_info, on('job').groupLeft('version')),
    'max by (job) (up{job=~"api|worker"}) * on (job) group_left (version) build_info{job="api"}',
  ],
  [
    m.build_info.mul(m.up, on('instance').groupRight('version')),
    'build_info{job="api"} * on (instance) group_right (version) up{job=~"api|worker"}',
  ],
  [m.up.eq(0), 'up{job=~"api|worker"} == 0'],
  [m.up.ne(1), 'up{job=~"api|worker"} != 1'],
  [m.queue_depth.gt(number(threshold)), 'queue_depth{job="api"} > $threshold'],
  [m.queue_depth.ge(5), 'queue_depth{job="api"} >= 5'],
  [m.queue_depth.lt(m.queue_capacity), 'queue_depth{job="api"} < queue_capacity{job="api"}'],
  [m.queue_depth.le(-5), 'queue_depth{job="api"} <= -5'],
  [m.up.eq(0).bool(), 'up{job=~"api|worker"} == bool 0'],
  [
    depth.gt(capacity).bool().sum(),
    'sum(max by (queue) (queue_depth{job="api"}) > bool max by (queue) (queue_capacity{job="api"}))',
  ],
  [m.up.and(m.up.eq(1)), 'up{job=~"api|worker"} and up{job=~"api|worker"} == 1'],
  [
    up.and(sessions.rate().sum(), on()),
    'max by (job) (up{job=~"api|worker"}) and on () sum(rate(sessions_total{job="api"}[$__rate_interval]))',
  ],
  [
    up.unless(m.queue_depth, on('job')),
    'max by (job) (up{job=~"api|worker"}) unless on (job) queue_depth{job="api"}',
  ],
  [m.breaker_state.or(m.breaker_open), 'breaker_state{job="api"} or breaker_open{job="api"}'],
  [
    m.up
      .where({ job: 'api' })
      .eq(0)
      .orMixed(m.up.where({ job: 'api' }).absent('job')),
    'up{job="api"} == 0 or absent(up{job="api"})',
  ],
  [m.up.sum().orZero(), 'sum(up{job=~"api|worker"}) or vector(0)'],
  [m.up.sum().orZero().eq(0), '(sum(up{job=~"api|worker"}) or vector(0)) == 0'],
];

const FUNCTIONS: readonly Row[] = [
  [m.up.abs(), 'abs(up{job=~"api|worker"})'],
  [m.up.ceil(), 'ceil(up{job=~"api|worker"})'],
  [m.up.floor(), 'floor(up{job=~"api|worker"})'],
  [m.up.round(), 'round(up{job=~"api|worker"})'],
  [m.up.round(0.1), 'round(up{job=~"api|worker"}, 0.1)'],
  [m.up.sqrt(), 'sqrt(up{job=~"api|worker"})'],
  [m.up.exp(), 'exp(up{job=~"api|worker"})'],
  [m.up.ln(), 'ln(up{job=~"api|worker"})'],
  [m.up.log2(), 'log2(up{job=~"api|worker"})'],
  [m.up.log10(), 'log10(up{job=~"api|worker"})'],
  [m.up.sgn(), 'sgn(up{job=~"api|worker"})'],
  [m.up.clamp(0, Infinity), 'clamp(up{job=~"api|worker"}, 0, Inf)'],
  [m.up.clampMin(0), 'clamp_min(up{job=~"api|worker"}, 0)'],
  [m.up.clampMax(1), 'clamp_max(up{job=~"api|worker"}, 1)'],
  [m.up.sort(), 'sort(up{job=~"api|worker"})'],
  [m.up.sortDesc(), 'sort_desc(up{job=~"api|worker"})'],
  [m.up.timestamp(), 'timestamp(up{job=~"api|worker"})'],
  [m.last_done_timestamp.minute(), 'minute(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.hour(), 'hour(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.dayOfWeek(), 'day_of_week(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.dayOfMonth(), 'day_of_month(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.dayOfYear(), 'day_of_year(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.daysInMonth(), 'days_in_month(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.month(), 'month(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.year(), 'year(last_done_timestamp{job="api"})'],
  [
    m.up.labelReplace('host', '$1', 'instance', '(.*):.*'),
    'label_replace(up{job=~"api|worker"}, "host", "$1", "instance", "(.*):.*")',
  ],
  [
    m.up.labelJoin('key', '/', 'job', 'instance'),
    'label_join(up{job=~"api|worker"}, "key", "/", "job", "instance")',
  ],
];

const SCALARS: readonly Row[] = [
  [time(), 'time()'],
  [vector(1), 'vector(1)'],
  [number(1).sub(m.up), '1 - up{job=~"api|worker"}'],
  [number(2).mul(number(3).add(4)), '2 * (3 + 4)'],
  [number(1).div(up.sum().scalar()), '1 / scalar(sum(max by (job) (up{job=~"api|worker"})))'],
  [time().sub(m.last_done_timestamp.max()), 'time() - max(last_done_timestamp{job="api"})'],
  [m.last_done_timestamp.sub(time()), 'last_done_timestamp{job="api"} - time()'],
  [time().vector().hour(), 'hour(vector(time()))'],
  [number(threshold).mul(2).vector(), 'vector($threshold * 2)'],
];

describe.each([
  ['selectors', SELECTORS],
  ['windows', WINDOWS],
  ['subqueries', SUBQUERIES],
  ['histograms', HISTOGRAMS],
  ['aggregations', AGGREGATIONS],
  ['operators', OPERATORS],
  ['functions', FUNCTIONS],
  ['scalars', SCALARS],
] as const)('%s', (_, rows: readonly Row[]) => {
  it.each(rows)('%# prints %$', ({ node }, text) => {
    expect(print(node)).toBe(text);
  });

  it.each(rows)('%# is what our parser reads', ({ node }, text) => {
    const { expr, errors } = parse(text);
    expect(errors).toEqual([]);
    expect(expr && print(expr)).toBe(print(node));
  });

  test('promtool takes all of them', async () => {
    expect(await promtoolVerdict(rows.map(([, text]) => text))).toBe('');
  });
});

describe('newer than Debian’s promtool', () => {
  it.each<Row>([
    [m.up.limitk(3, 'job'), 'limitk by (job) (3, up{job=~"api|worker"})'],
    [payload.mean({ range: '5m' }), 'histogram_avg(sum(rate(payload_bytes{job="api"}[5m])))'],
    [
      payload.share(1024, { by: ['route'], range: '5m' }),
      'histogram_fraction(-Inf, 1024, sum by (route) (rate(payload_bytes{job="api"}[5m])))',
    ],
  ])('%# prints %$', ({ node }, text) => {
    expect(print(node)).toBe(text);
    expect(parse(text).errors).toEqual([]);
  });
});

describe('a handle', () => {
  test('is never changed by what is made of it', () => {
    const before = JSON.stringify(m.queue_depth);
    m.queue_depth.where({ queue: 'cleanup' }).offset('1h').maxBy('queue').gt(5).bool();
    expect(JSON.stringify(m.queue_depth)).toBe(before);
  });

  test('keeps its legend beside the expression', () => {
    expect(depth.legend('{{queue}}')).toEqual({ node: depth.node, legendFormat: '{{queue}}' });
  });

  test('refuses a window that is no duration', () => {
    expect(() => sessions.rate('1.5h')).toThrow('`1.5h` is not a duration');
  });
});
