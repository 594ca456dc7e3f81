import { describe, expect, it } from 'vitest';

import {
  alert,
  asking,
  board,
  choosing,
  type Files,
  graph,
  lines,
  notifying,
  recording,
  row,
  rules,
  shown,
} from './files.ts';

const QUEUE = graph('Queue', {
  id: 2,
  gridPos: { x: 12, y: 0, w: 12, h: 8 },
  targets: [{ refId: 'A', expr: 'max(queue_depth)' }],
});
const WORKERS = graph('Workers', {
  id: 3,
  gridPos: { x: 0, y: 8, w: 12, h: 8 },
  targets: [{ refId: 'A', expr: 'sum(workers_busy)' }],
});
const REQUESTS = graph('Requests');
const at = (panel: object, x: number, y: number) => ({ ...panel, gridPos: { x, y, w: 12, h: 8 } });

type Case = [what: string, before: Files, after: Files, said: readonly string[]];

describe('panels and rows', () => {
  it.each<Case>([
    ['added', board([REQUESTS]), board([REQUESTS, QUEUE]), ['panel "Queue" added']],
    ['removed', board([REQUESTS, QUEUE]), board([REQUESTS]), ['panel "Queue" removed']],
    [
      'added to a row',
      board([row('Load', 0), at(REQUESTS, 0, 1)]),
      board([row('Load', 0), at(REQUESTS, 0, 1), at(QUEUE, 12, 1)]),
      ['panel "Queue" added to row "Load"'],
    ],
    [
      'renamed, with the id',
      board([REQUESTS]),
      board([graph('Traffic')]),
      ['panel "Requests" renamed to "Traffic"'],
    ],
    [
      'renamed, with an id that follows from the title',
      board([REQUESTS, QUEUE]),
      board([graph('Traffic', { id: 77 }), QUEUE]),
      ['panel "Requests" renamed to "Traffic"'],
    ],
    [
      'renamed and changed',
      board([shown({ unit: 's' }), QUEUE]),
      board([{ ...shown({ unit: 'ms' }), id: 77, title: 'Requests served' }, QUEUE]),
      [
        'panel "Requests" renamed to "Requests served"',
        'panel "Requests served": unit `s` to `ms`',
      ],
    ],
    [
      'moved in its row',
      board([REQUESTS, QUEUE, WORKERS]),
      board([at(QUEUE, 0, 0), at(WORKERS, 12, 0), at(REQUESTS, 0, 8)]),
      ['panel "Requests" moved behind panel "Workers"'],
    ],
    [
      'moved to the front',
      board([REQUESTS, QUEUE, WORKERS]),
      board([at(WORKERS, 0, 0), at(REQUESTS, 12, 0), at(QUEUE, 0, 8)]),
      ['panel "Workers" moved to the front of the top'],
    ],
    [
      'moved to another column',
      board([REQUESTS]),
      board([at(REQUESTS, 12, 0)]),
      ['panel "Requests" moved from column 1, line 1 to column 13, line 1'],
    ],
    [
      'moved to another row',
      board([
        row('Load', 0),
        at(REQUESTS, 0, 1),
        at(QUEUE, 12, 1),
        row('More', 9),
        at(WORKERS, 0, 10),
      ]),
      board([
        row('Load', 0),
        at(REQUESTS, 0, 1),
        row('More', 9),
        at(WORKERS, 0, 10),
        at(QUEUE, 12, 10),
      ]),
      ['panel "Queue" moved from row "Load" to row "More"'],
    ],
    [
      'wider and lower',
      board([REQUESTS]),
      board([{ ...REQUESTS, gridPos: { x: 0, y: 0, w: 24, h: 6 } }]),
      ['panel "Requests": width 12 to 24 of 24 columns and height 8 to 6 lines'],
    ],
    [
      'copied',
      board([REQUESTS, QUEUE]),
      board([REQUESTS, QUEUE, { ...at(QUEUE, 0, 8), id: 9, title: 'Queue of today' }]),
      ['panel "Queue of today" added, a copy of panel "Queue"'],
    ],
    [
      'copied to another dashboard',
      {
        ...board([REQUESTS, QUEUE]),
        'b.json': '{"uid":"b","title":"B","schemaVersion":41,"panels":[]}',
      },
      {
        ...board([REQUESTS, QUEUE]),
        'b.json': JSON.stringify({
          uid: 'b',
          title: 'B',
          schemaVersion: 41,
          panels: [at(QUEUE, 0, 0)],
        }),
      },
      ['panel "Queue" added, a copy of panel "Queue" of dashboard "Shop"'],
    ],
    [
      'moved to another dashboard',
      {
        ...board([REQUESTS, QUEUE]),
        'b.json': '{"uid":"b","title":"B","schemaVersion":41,"panels":[]}',
      },
      {
        ...board([REQUESTS]),
        'b.json': JSON.stringify({
          uid: 'b',
          title: 'B',
          schemaVersion: 41,
          panels: [at(QUEUE, 0, 0)],
        }),
      },
      ['panel "Queue" moved here from dashboard "Shop"'],
    ],
    [
      'drawn otherwise',
      board([REQUESTS]),
      board([{ ...REQUESTS, type: 'stat' }]),
      ['panel "Requests": drawn as `stat` instead of `timeseries`'],
    ],
    [
      'row added above',
      board([REQUESTS]),
      board([row('Load', 0), at(REQUESTS, 0, 1)]),
      ['row "Load" added', 'panel "Requests" moved from the top to row "Load"'],
    ],
    [
      'row removed with its panel',
      board([REQUESTS, row('Load', 8), at(QUEUE, 0, 9)]),
      board([REQUESTS]),
      ['row "Load" removed', 'panel "Queue" removed from row "Load"'],
    ],
    [
      'row renamed',
      board([row('Load', 0), at(REQUESTS, 0, 1), at(QUEUE, 12, 1)]),
      board([row('Traffic', 0), at(REQUESTS, 0, 1), at(QUEUE, 12, 1)]),
      ['row "Load" renamed to "Traffic"'],
    ],
    [
      'row moved with its panels',
      board([
        row('A', 0),
        at(REQUESTS, 0, 1),
        row('B', 9),
        at(QUEUE, 0, 10),
        row('C', 18),
        at(WORKERS, 0, 19),
      ]),
      board([
        row('C', 0),
        at(WORKERS, 0, 1),
        row('A', 9),
        at(REQUESTS, 0, 10),
        row('B', 18),
        at(QUEUE, 0, 19),
      ]),
      ['row "C" moved to the top'],
    ],
    [
      'row closed at first',
      board([row('Load', 0), at(QUEUE, 0, 1)]),
      board([row('Load', 0, { collapsed: true, panels: [at(QUEUE, 0, 1)] })]),
      ['row "Load": closed at first'],
    ],
    [
      'row repeated',
      board([row('Load', 0), at(REQUESTS, 0, 1)]),
      board([row('Load', 0, { repeat: 'job' }), at(REQUESTS, 0, 1)]),
      ['row "Load": repeat set to `job`'],
    ],
  ])('%s', (_, before, after, said) => {
    expect(lines(before, after)).toEqual(said);
  });
});

describe('queries', () => {
  it.each<[before: string, after: string, said: readonly string[]]>([
    ['sum(up)', 'sum(up{job="api"})', ['matcher `job="api"` added']],
    ['sum(up{job="api"})', 'sum(up)', ['matcher `job="api"` dropped']],
    ['up{job="api"}', 'up{job=~"api|web"}', ['matcher `job="api"` to `job=~"api|web"`']],
    [
      'sum(a_total{x="1"}) / sum(b_total)',
      'sum(a_total{x="1",job="api"}) / sum(b_total)',
      ['matcher `job="api"` added in `a_total`'],
    ],
    [
      'sum(a_total) / sum(b_total)',
      'sum(a_total{job="api"}) / sum(b_total{job="api"})',
      ['matcher `job="api"` added'],
    ],
    ['rate(x_total[5m])', 'rate(x_total[10m])', ['range 5m to 10m']],
    ['rate(x_total[5m])', 'rate(x_total[$__rate_interval])', ['range 5m to $__rate_interval']],
    [
      'max_over_time(rate(x[1m])[1h:])',
      'max_over_time(rate(x[1m])[2h:1m])',
      ['subquery range 1h: to 2h:1m'],
    ],
    ['up', 'up offset 1h', ['offset 1h added']],
    ['up offset 1h', 'up offset 1d', ['offset 1h to 1d']],
    ['requests_total', 'http_requests_total', ['metric `requests_total` to `http_requests_total`']],
    ['sum by (job, route) (x)', 'sum by (job) (x)', ['aggregation by `route` dropped']],
    ['sum by (job) (x)', 'sum by (job, route) (x)', ['aggregation by `route` added']],
    ['sum(x)', 'sum by (job) (x)', ['aggregation by `job` added']],
    ['sum by (job) (x)', 'sum without (pod) (x)', ['aggregation `by (job)` to `without (pod)`']],
    ['sum by (job) (x)', 'max by (job) (x)', ['`sum` to `max`']],
    ['topk(5, x)', 'topk(10, x)', ['`topk` 5 to 10']],
    ['rate(x[5m])', 'increase(x[5m])', ['`rate` to `increase`']],
    [
      'histogram_quantile(0.95, sum by (le) (rate(x_bucket[5m])))',
      'histogram_quantile(0.99, sum by (le) (rate(x_bucket[5m])))',
      ['quantile 0.95 to 0.99'],
    ],
    ['up == 0', 'up == 1', ['limit `== 0` to `== 1`']],
    ['x > 0.05', 'x >= 0.1', ['limit `> 0.05` to `>= 0.1`']],
    ['a + b', 'a - b', ['`+` to `-`']],
    ['x * 100', 'x * 1000', ['100 to 1000']],
    ['a / on (job) b', 'a / on (job, instance) b', ['join `on(job)` to `on(instance, job)`']],
    ['a / b', 'a / on (job) group_left (team) b', ['join `on(job) group_left(team)` added']],
    ['sum(x)', 'sum(x) or vector(0)', ['`or vector(0)` added']],
    ['sum(x) or vector(0)', 'sum(x)', ['`or vector(0)` dropped']],
    ['x_total', 'sum by (job) (rate(x_total[5m]))', ['wrapped in `sum by (job) (rate(…[5m]))`']],
    ['ceil(sum(x))', 'sum(x)', ['no longer wrapped in `ceil(…)`']],
    ['round(x)', 'round(x, 5)', ['argument `5` added']],
    ['up', 'absent(foo_total{job="api"})', ['`up` to `absent(foo_total{job="api"})`']],
    ['sum(', 'sum(x)', ['`sum(` to `sum(x)`']],
  ])('%s -> %s', (before, after, said) => {
    const found = lines(board([asking(before)]), board([asking(after)]));
    expect(found).toEqual(said.map((each) => `panel "Requests": ${each}`));
  });

  const one = { refId: 'A', expr: 'sum(up)' };
  const two = { refId: 'B', expr: 'count(up)', legendFormat: 'all' };
  const withQueries = (...targets: readonly object[]) => board([graph('Requests', { targets })]);

  it.each<Case>([
    [
      'added',
      withQueries(one),
      withQueries(one, two),
      ['panel "Requests": query B added: `count(up)`'],
    ],
    [
      'removed',
      withQueries(one, two),
      withQueries(one),
      ['panel "Requests": query B removed: `count(up)`'],
    ],
    [
      'changed, of several',
      withQueries(one, two),
      withQueries(one, { ...two, expr: 'count(up == 1)' }),
      ['panel "Requests", query B: `== 1` added'],
    ],
    [
      'in another order',
      withQueries(one, two),
      withQueries(two, one),
      ['panel "Requests": order of the queries is now B, A'],
    ],
    [
      'with another letter',
      withQueries(one),
      withQueries({ ...one, refId: 'C' }),
      ['panel "Requests": query A is now query C'],
    ],
    [
      'legend',
      withQueries({ ...one, legendFormat: '{{job}}' }),
      withQueries({ ...one, legendFormat: '{{route}}' }),
      ['panel "Requests": legend `{{job}}` to `{{route}}`'],
    ],
    [
      'hidden',
      withQueries(one),
      withQueries({ ...one, hide: true }),
      ['panel "Requests": query hidden'],
    ],
    [
      'at once',
      withQueries(one),
      withQueries({ ...one, instant: true }),
      ['panel "Requests": asks for the last value only'],
    ],
    [
      'LogQL',
      withQueries({
        refId: 'A',
        expr: '{job="a"} |= "x"',
        datasource: { type: 'loki', uid: 'loki' },
      }),
      withQueries({
        refId: 'A',
        expr: '{job="a"} |= "y"',
        datasource: { type: 'loki', uid: 'loki' },
      }),
      ['panel "Requests": `{job="a"} |= "x"` to `{job="a"} |= "y"`'],
    ],
    [
      'of somebody else',
      board([REQUESTS]),
      board([{ ...REQUESTS, datasource: { type: 'prometheus', uid: 'other' } }]),
      ['panel "Requests": asks `other` instead of `prom`'],
    ],
  ])('%s', (_, before, after, said) => {
    expect(lines(before, after)).toEqual(said);
  });
});

describe('how a panel shows it', () => {
  const steps = (...list: readonly (readonly [string, number | null])[]) => ({
    thresholds: { mode: 'absolute', steps: list.map(([color, value]) => ({ color, value })) },
  });
  const mapped = (text: string) => ({
    mappings: [{ type: 'value', options: { 0: { text, color: 'red' } } }],
  });
  const override = (value: unknown) => ({
    fieldConfig: {
      defaults: {},
      overrides: [
        {
          matcher: { id: 'byName', options: 'p99' },
          properties: [{ id: 'custom.lineWidth', value }],
        },
      ],
    },
  });

  it.each<[what: string, before: object, after: object, said: readonly string[]]>([
    ['unit', shown({ unit: 's' }), shown({ unit: 'ms' }), [': unit `s` to `ms`']],
    ['unit set', shown({}), shown({ unit: 'bytes' }), [': unit set to `bytes`']],
    [
      'threshold',
      shown(steps(['green', null], ['red', 5])),
      shown(steps(['green', null], ['red', 10])),
      [': threshold 5 to 10 (red)'],
    ],
    [
      'threshold added',
      shown(steps(['green', null], ['red', 5])),
      shown(steps(['green', null], ['orange', 3], ['red', 5])),
      [': threshold 3 (orange) added'],
    ],
    [
      'colour of a threshold',
      shown(steps(['green', null], ['red', 5])),
      shown(steps(['blue', null], ['purple', 5])),
      [': base colour green to blue', ': threshold 5 red to purple'],
    ],
    [
      'thresholds set',
      shown({}),
      shown(steps(['green', null], ['red', 5])),
      [': thresholds set: green and red from 5'],
    ],
    [
      'mapping',
      shown(mapped('DOWN')),
      shown(mapped('GONE')),
      [': mapping of `0`: `DOWN` red to `GONE` red'],
    ],
    [
      'mapping dropped',
      shown(mapped('DOWN')),
      shown({}),
      [': mapping of `0` to `DOWN` red dropped'],
    ],
    ['decimals', shown({ decimals: 1 }), shown({ decimals: 2 }), [': decimals 1 to 2']],
    ['axis', shown({ min: 0 }), shown({ min: 0, max: 1 }), [': maximum of the axis set to 1']],
    [
      'custom',
      shown({ custom: { lineWidth: 2 } }),
      shown({ custom: { lineWidth: 3 } }),
      [': line width 2 to 3'],
    ],
    [
      'stacking',
      shown({ custom: { stacking: { mode: 'percent' } } }),
      shown({ custom: { stacking: { mode: 'normal' } } }),
      [': stacking `percent` to `normal`'],
    ],
    [
      'legend hidden',
      graph('Requests'),
      graph('Requests', { options: { legend: { showLegend: false } } }),
      [': legend hidden'],
    ],
    [
      'place of the legend',
      graph('Requests', { options: { legend: { placement: 'bottom', displayMode: 'table' } } }),
      graph('Requests', { options: { legend: { placement: 'right', displayMode: 'table' } } }),
      [': place of the legend set to `right`'],
    ],
    [
      'override',
      graph('Requests', override(2)),
      graph('Requests', override(4)),
      [', override of field `p99`: line width 2 to 4'],
    ],
    [
      'override added',
      graph('Requests'),
      graph('Requests', override(2)),
      [': override of field `p99` added'],
    ],
    [
      'transformation',
      graph('Requests'),
      graph('Requests', { transformations: [{ id: 'merge', options: {} }] }),
      [': transformation `merge` added'],
    ],
    [
      'description',
      graph('Requests', { description: 'All.' }),
      graph('Requests', { description: 'All but health checks.' }),
      [': description is now `All but health checks.`'],
    ],
    [
      'background',
      graph('Requests'),
      graph('Requests', { transparent: true }),
      [': transparent background switched on'],
    ],
    [
      'repetition',
      graph('Requests'),
      graph('Requests', { repeat: 'job' }),
      [': repeated for each value of set to `job`'],
    ],
    [
      'link',
      graph('Requests'),
      graph('Requests', { links: [{ title: 'Logs', url: '/d/logs' }] }),
      [': link "Logs" to `/d/logs` added'],
    ],
    [
      'text',
      graph('Requests', { type: 'text', targets: [], options: { mode: 'markdown', content: 'a' } }),
      graph('Requests', { type: 'text', targets: [], options: { mode: 'markdown', content: 'b' } }),
      [': text changed'],
    ],
  ])('%s', (_, before, after, said) => {
    const found = lines(board([{ ...before }]), board([{ ...after }]));
    expect(found).toEqual(said.map((each) => `panel "Requests"${each}`));
  });
});

describe('dashboards', () => {
  const job = { name: 'job', type: 'query', query: 'label_values(up, job)' };
  const env = { name: 'env', type: 'custom', query: 'prod,test' };
  const linked = (url: string) =>
    board([REQUESTS], { links: [{ title: 'Runbook', type: 'link', url }] });
  const drawn = (expr: string) =>
    board([REQUESTS], {
      annotations: {
        list: [{ name: 'Deploys', datasource: { type: 'prometheus', uid: 'prom' }, expr }],
      },
    });

  it.each<Case>([
    ['added', {}, board([REQUESTS, QUEUE]), ['dashboard "Shop" added, with 2 panels']],
    [
      'removed',
      board([row('A', 0), at(REQUESTS, 0, 1)]),
      {},
      ['dashboard "Shop" removed, with 1 panel in 1 row'],
    ],
    [
      'renamed',
      board([REQUESTS]),
      board([REQUESTS], { title: 'Store' }),
      ['title "Shop" to "Store"'],
    ],
    [
      'other uid',
      board([REQUESTS]),
      board([REQUESTS], { uid: 'store' }),
      ['uid `shop` to `store`'],
    ],
    [
      'other file',
      board([REQUESTS]),
      { 'sub/shop.json': board([REQUESTS])['shop.json'] ?? '' },
      ['file moved from `shop.json`'],
    ],
    [
      'tag',
      board([REQUESTS], { tags: ['a'] }),
      board([REQUESTS], { tags: ['a', 'b'] }),
      ['tag `b` added'],
    ],
    [
      'time range',
      board([REQUESTS], { time: { from: 'now-1h', to: 'now' } }),
      board([REQUESTS], { time: { from: 'now-24h', to: 'now' } }),
      ['time range at first `now-1h` to `now-24h`'],
    ],
    [
      'refresh',
      board([REQUESTS], { refresh: '30s' }),
      board([REQUESTS], { refresh: '1m' }),
      ['refresh `30s` to `1m`'],
    ],
    [
      'tooltip',
      board([REQUESTS]),
      board([REQUESTS], { graphTooltip: 1 }),
      ['panels share the crosshair'],
    ],
    [
      'variable added',
      board([REQUESTS]),
      choosing(job),
      ['variable `$job` added: `label_values(up, job)`'],
    ],
    ['variable removed', choosing(job, env), choosing(env), ['variable `$job` removed']],
    [
      'variable renamed',
      choosing(job),
      choosing({ ...job, name: 'service' }),
      ['variable `$job` renamed to `$service`'],
    ],
    [
      'query of a variable',
      choosing(job),
      choosing({ ...job, query: 'label_values(up{env="prod"}, job)' }),
      ['variable `$job`: query `label_values(up, job)` to `label_values(up{env="prod"}, job)`'],
    ],
    [
      'choices',
      choosing(env),
      choosing({ ...env, query: 'prod,stage' }),
      ['variable `$env`: choice `stage` added', 'variable `$env`: choice `test` dropped'],
    ],
    [
      'several values',
      choosing(job),
      choosing({ ...job, multi: true }),
      ['variable `$job`: choice of several values switched on'],
    ],
    ['hidden variable', choosing(job), choosing({ ...job, hide: 2 }), ['variable `$job`: hidden']],
    [
      'order of variables',
      choosing(job, env),
      choosing(env, job),
      ['variable `$job` moved behind variable `$env`'],
    ],
    [
      'link',
      linked('https://a.example'),
      linked('https://b.example'),
      ['link "Runbook": leads to `https://b.example` instead of `https://a.example`'],
    ],
    [
      'annotations',
      drawn('changes(build_info[1m])'),
      drawn('changes(build_info[5m])'),
      ['annotations "Deploys": range 1m to 5m'],
    ],
  ])('%s', (_, before, after, said) => {
    expect(lines(before, after)).toEqual(said);
  });
});

describe('rules', () => {
  const severity = (level: string) => `        labels: { severity: ${level} }\n`;

  it.each<Case>([
    [
      'alert added',
      rules(alert('A', 'up == 0')),
      rules(alert('A', 'up == 0'), alert('B', 'x > 1', severity('critical'))),
      ['alert `B` added, severity `critical`: `x > 1`'],
    ],
    [
      'alert removed',
      rules(alert('A', 'up == 0'), alert('B', 'x > 1')),
      rules(alert('B', 'x > 1')),
      ['alert `A` removed'],
    ],
    [
      'alert renamed',
      rules(alert('A', 'up == 0')),
      rules(alert('TargetDown', 'up == 0')),
      ['alert `A` renamed to `TargetDown`'],
    ],
    [
      'expression',
      rules(alert('A', 'x > 1')),
      rules(alert('A', 'x > 2')),
      ['alert `A`: limit `> 1` to `> 2`'],
    ],
    [
      'for',
      rules(alert('A', 'x', '        for: 5m\n')),
      rules(alert('A', 'x', '        for: 10m\n')),
      ['alert `A`: fires after 10m instead of 5m'],
    ],
    [
      'for dropped',
      rules(alert('A', 'x', '        for: 5m\n')),
      rules(alert('A', 'x')),
      ['alert `A`: fires at once instead of after 5m'],
    ],
    [
      'severity',
      rules(alert('A', 'x', severity('warning'))),
      rules(alert('A', 'x', severity('critical'))),
      ['alert `A`: severity `warning` to `critical`'],
    ],
    [
      'label',
      rules(alert('A', 'x', '        labels: { team: web }\n')),
      rules(alert('A', 'x', '        labels: { team: db, page: "true" }\n')),
      ['alert `A`: label `page=true` added', 'alert `A`: label `team` `web` to `db`'],
    ],
    [
      'annotation',
      rules(alert('A', 'x', '        annotations: { summary: Down }\n')),
      rules(alert('A', 'x', '        annotations: { summary: Gone }\n')),
      ['alert `A`: summary is now `Gone`'],
    ],
    [
      'panel',
      {
        ...board([REQUESTS, QUEUE]),
        ...rules(
          alert('A', 'x', '        annotations: { __dashboardUid__: shop, __panelId__: "1" }\n'),
        ),
      },
      {
        ...board([REQUESTS, QUEUE]),
        ...rules(
          alert('A', 'x', '        annotations: { __dashboardUid__: shop, __panelId__: "2" }\n'),
        ),
      },
      [
        'alert `A`: drawn in panel "Queue" of dashboard "Shop" instead of panel "Requests" of dashboard "Shop"',
      ],
    ],
    [
      'keeps firing',
      rules(alert('A', 'x')),
      rules(alert('A', 'x', '        keep_firing_for: 5m\n')),
      ['alert `A`: keep firing for set to `5m`'],
    ],
    [
      'recording rule added',
      rules(alert('A', 'x')),
      rules(alert('A', 'x'), recording('job:x:sum', 'sum by (job) (x)')),
      ['recording rule `job:x:sum` added: `sum by (job) (x)`'],
    ],
    [
      'recording rule',
      rules(recording('job:x:sum', 'sum by (job) (x)')),
      rules(recording('job:x:sum', 'sum by (job, env) (x)')),
      ['recording rule `job:x:sum`: aggregation by `env` added'],
    ],
    [
      'recording rule renamed',
      rules(recording('job:x', 'sum by (job) (x)')),
      rules(recording('job:x:sum', 'sum by (job) (x)')),
      ['recording rule `job:x` renamed to `job:x:sum`'],
    ],
    [
      'group',
      { 'r.yml': 'groups: [{ name: a, interval: 1m, rules: [{ alert: A, expr: x }] }]' },
      { 'r.yml': 'groups: [{ name: b, interval: 30s, rules: [{ alert: A, expr: x }] }]' },
      ['rule group `a` renamed to `b`', 'rule group `b`: interval `1m` to `30s`'],
    ],
    [
      'alert in another group',
      {
        'r.yml':
          'groups: [{ name: a, rules: [{ alert: A, expr: x }, { alert: B, expr: y }] }, { name: b, rules: [{ alert: C, expr: z }] }]',
      },
      {
        'r.yml':
          'groups: [{ name: a, rules: [{ alert: A, expr: x }] }, { name: b, rules: [{ alert: C, expr: z }, { alert: B, expr: y }] }]',
      },
      ['alert `B` moved from rule group `a` to `b`'],
    ],
    [
      'group added',
      {},
      { 'r.yml': 'groups: [{ name: a, rules: [{ alert: A, expr: x }] }]' },
      ['rule group `a` added, with 1 rule', 'alert `A` added: `x`'],
    ],
  ])('%s', (_, before, after, said) => {
    expect(lines(before, after)).toEqual(said);
  });
});

describe('the stack', () => {
  const route = (more: string) =>
    notifying(
      `route:\n  receiver: chat\n  group_by: [alertname]\n${more}receivers:\n  - name: chat\n  - name: page\n`,
    );
  const scraping = (more: string) => ({
    'prometheus.yml': `global: { scrape_interval: 15s }\nscrape_configs:\n  - job_name: api\n    static_configs: [{ targets: ["a:1"] }]\n${more}`,
  });
  const asked = (more: string) => ({
    'ds.yml': `apiVersion: 1\ndatasources:\n  - { uid: prom, name: Prometheus, type: prometheus, url: "http://p:9090" }\n${more}`,
  });
  const critical = '    - { receiver: page, matchers: [severity="critical"] }\n';
  const warning = '    - { receiver: chat, matchers: [severity="warning"] }\n';

  it.each<Case>([
    [
      'route added',
      route(''),
      route(`  routes:\n${critical}`),
      ['route `severity="critical"` to `page` added'],
    ],
    [
      'receiver of a route',
      route(`  routes:\n${critical}`),
      route(`  routes:\n${critical.replace('page', 'chat')}`),
      ['route `severity="critical"`: goes to `chat` instead of `page`'],
    ],
    [
      'order of routes',
      route(`  routes:\n${critical}${warning}`),
      route(`  routes:\n${warning}${critical}`),
      ['route `severity="critical"` moved behind route `severity="warning"`'],
    ],
    [
      'setting of a route',
      route(''),
      route('  repeat_interval: 4h\n'),
      ['default route: repeat_interval set to `4h`'],
    ],
    [
      'grouping',
      route(''),
      notifying(route('')['alertmanager.yml']?.replace('[alertname]', '[alertname, job]') ?? ''),
      ['default route: grouping by `job` added'],
    ],
    [
      'receiver added',
      route(''),
      notifying(
        `${route('')['alertmanager.yml']}  - name: mail\n    email_configs: [{ to: a@b.example }]\n`,
      ),
      ['receiver `mail` added, by email'],
    ],
    [
      'channel of a receiver',
      notifying(
        'route: { receiver: a }\nreceivers:\n  - name: a\n    slack_configs: [{ channel: "#a" }]\n',
      ),
      notifying(
        'route: { receiver: a }\nreceivers:\n  - name: a\n    slack_configs: [{ channel: "#b" }]\n',
      ),
      ['receiver `a`: slack: channel `#a` to `#b`'],
    ],
    [
      'secret of a receiver, which nobody has to read',
      notifying(
        'route: { receiver: a }\nreceivers:\n  - name: a\n    slack_configs: [{ api_url: one }]\n',
      ),
      notifying(
        'route: { receiver: a }\nreceivers:\n  - name: a\n    slack_configs: [{ api_url: two }]\n',
      ),
      ['receiver `a`: slack: api_url changed'],
    ],
    [
      'inhibition',
      route(''),
      notifying(
        `${route('')['alertmanager.yml']}inhibit_rules:\n  - { source_matchers: [a="1"], target_matchers: [b="2"], equal: [job] }\n`,
      ),
      ['inhibition `a="1" silences b="2" of the same job` added'],
    ],
    ['scrape job', scraping(''), scraping('  - job_name: db\n'), ['scrape job `db` added']],
    [
      'target',
      scraping(''),
      { 'prometheus.yml': scraping('')['prometheus.yml'].replace('["a:1"]', '["a:1", "b:1"]') },
      ['scrape job `api`: target `b:1` added'],
    ],
    [
      'interval',
      scraping(''),
      { 'prometheus.yml': scraping('')['prometheus.yml'].replace('15s', '30s') },
      ['global.scrape_interval `15s` to `30s`'],
    ],
    [
      'datasource added',
      asked(''),
      asked('  - { uid: loki, name: Loki, type: loki, url: "http://l:3100" }\n'),
      ['datasource "Loki" added, `loki` at `http://l:3100`'],
    ],
    [
      'address of a datasource',
      asked(''),
      { 'ds.yml': asked('')['ds.yml'].replace('http://p', 'http://q') },
      ['datasource "Prometheus": url `http://p:9090` to `http://q:9090`'],
    ],
    ['file added', {}, { 'start.sh': 'a\nb\n' }, ['file added, 2 lines']],
    ['file moved', { 'a.sh': 'a\n' }, { 'b.sh': 'a\n' }, ['file moved from `a.sh`']],
    ['file changed', { 'a.sh': 'a\nb\n' }, { 'a.sh': 'a\nc\n' }, ['1 line added, 1 line removed']],
  ])('%s', (_, before, after, said) => {
    expect(lines(before, after)).toEqual(said);
  });
});
