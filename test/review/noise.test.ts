import { describe, expect, it } from 'vitest';

import {
  alert,
  asking,
  board,
  choosing,
  type Files,
  graph,
  notifying,
  recording,
  reviewed,
  row,
  rules,
  shown,
} from './files.ts';

const QUEUE = graph('Queue', {
  id: 2,
  gridPos: { x: 12, y: 0, w: 12, h: 8 },
  targets: [{ refId: 'A', expr: 'max(queue_depth)' }],
});
const REQUESTS = graph('Requests');
const WORKERS = graph('Workers', { id: 3, gridPos: { x: 0, y: 9, w: 12, h: 8 } });

describe('noise', () => {
  it.each<[what: string, before: Files, after: Files]>([
    ['nothing at all', board([REQUESTS, QUEUE]), board([REQUESTS, QUEUE])],
    [
      'id, version and iteration of a saved dashboard',
      board([REQUESTS]),
      board([REQUESTS], { id: 17, version: 42, iteration: 1700000000000 }),
    ],
    [
      'ids that an export counted anew',
      board([REQUESTS, QUEUE]),
      board([
        { ...REQUESTS, id: 2 },
        { ...QUEUE, id: 4 },
      ]),
    ],
    ['version of the schema', board([REQUESTS]), board([REQUESTS], { schemaVersion: 42 })],
    [
      'order of keys and blanks',
      board([REQUESTS]),
      {
        'shop.json': JSON.stringify(
          { panels: [REQUESTS], schemaVersion: 41, title: 'Shop', uid: 'shop' },
          null,
          4,
        ),
      },
    ],
    ['order of panels in the file', board([REQUESTS, QUEUE]), board([QUEUE, REQUESTS])],
    [
      'a panel that went up because one above it left, besides that',
      board([WORKERS]),
      board([{ ...WORKERS, gridPos: { x: 0, y: 0, w: 12, h: 8 } }]),
    ],
    [
      'defaults of a graph',
      board([REQUESTS]),
      board([shown({ custom: { lineWidth: 1, fillOpacity: 0, drawStyle: 'line' }, mappings: [] })]),
    ],
    [
      'a value of null',
      board([REQUESTS]),
      board([{ ...REQUESTS, repeat: null, description: null }]),
    ],
    ['version of the plugin', board([REQUESTS]), board([{ ...REQUESTS, pluginVersion: '12.1.0' }])],
    [
      'default thresholds',
      board([REQUESTS]),
      board([
        shown({
          thresholds: {
            mode: 'absolute',
            steps: [
              { color: 'green', value: null },
              { color: 'red', value: 80 },
            ],
          },
        }),
      ]),
    ],
    [
      'first threshold of 0',
      board([shown({ thresholds: { mode: 'absolute', steps: [{ color: 'red', value: null }] } })]),
      board([shown({ thresholds: { mode: 'absolute', steps: [{ color: 'red', value: 0 }] } })]),
    ],
    [
      'spaces and line breaks of a query',
      board([asking('sum(rate(x[5m])) by (job)')]),
      board([asking('sum by(job) (\n  rate( x[5m] )\n)')]),
    ],
    ['order of matchers', board([asking('x{a="1",b="2"}')]), board([asking('x{b="2",a="1"}')])],
    ['order of by', board([asking('sum by (a, b) (x)')]), board([asking('sum by (b, a) (x)')])],
    ['parentheses', board([asking('(a) + (b * c)')]), board([asking('a + b * c')])],
    ['spelling of a range', board([asking('rate(x[60s])')]), board([asking('rate(x[1m])')])],
    [
      'state of the query editor',
      board([asking('up')]),
      board([asking('up', { editorMode: 'code', range: true, format: 'time_series' })]),
    ],
    [
      'datasource said at the query',
      board([asking('up')]),
      board([asking('up', { datasource: { type: 'prometheus', uid: 'prom' } })]),
    ],
    [
      'id of a row',
      board([row('A', 0, { id: 5 }), WORKERS]),
      board([row('A', 0, { id: 9, panels: [], collapsed: false }), WORKERS]),
    ],
    [
      'annotations of Grafana',
      board([REQUESTS]),
      board([REQUESTS], {
        annotations: {
          list: [
            {
              builtIn: 1,
              datasource: { type: 'grafana', uid: '-- Grafana --' },
              enable: true,
              hide: true,
              iconColor: 'rgba(0, 211, 255, 1)',
              name: 'Annotations & Alerts',
              type: 'dashboard',
            },
          ],
        },
      }),
    ],
    [
      'what a variable remembers',
      choosing({ name: 'job', type: 'query', query: 'label_values(up, job)' }),
      choosing({
        name: 'job',
        type: 'query',
        query: {
          query: 'label_values(up,job)',
          refId: 'PrometheusVariableQueryEditor-VariableQuery',
        },
        definition: 'label_values(up,job)',
        options: [],
      }),
    ],
    [
      'order of rules',
      rules(alert('A', 'x'), alert('B', 'y')),
      rules(alert('B', 'y'), alert('A', 'x')),
    ],
    [
      'order of groups',
      {
        'r.yml':
          'groups: [{ name: a, rules: [{ alert: A, expr: x }] }, { name: b, rules: [{ alert: B, expr: y }] }]',
      },
      {
        'r.yml':
          'groups: [{ name: b, rules: [{ alert: B, expr: y }] }, { name: a, rules: [{ alert: A, expr: x }] }]',
      },
    ],
    [
      'comments and quotes of YAML',
      rules(alert('A', 'up == 0')),
      {
        'rules.yml':
          "# by hand\ngroups:\n- rules:\n  - expr: 'up  ==  0'\n    alert: 'A'\n  name: shop\n",
      },
    ],
    [
      'spelling of for',
      rules(alert('A', 'x', '        for: 5m\n')),
      rules(alert('A', 'x', '        for: 300s\n')),
    ],
    ['for of nothing', rules(alert('A', 'x')), rules(alert('A', 'x', '        for: 0s\n'))],
    [
      'folded text of an annotation',
      rules(alert('A', 'x', '        annotations: { summary: "a b" }\n')),
      rules(
        alert(
          'A',
          'x',
          '        annotations:\n          summary: >\n            a\n            b\n',
        ),
      ),
    ],
    [
      'order of labels of a recording rule',
      rules(recording('a:b', 'x', '        labels: { a: "1", b: "2" }\n')),
      rules(recording('a:b', 'x', '        labels: { b: "2", a: "1" }\n')),
    ],
    [
      'spelling of matchers of a route',
      notifying(
        'route: { receiver: a, routes: [{ matchers: [a = b, "c=~\\"d\\""] }] }\nreceivers: [{ name: a }]',
      ),
      notifying(
        'route: { receiver: a, routes: [{ match_re: { c: d }, match: { a: b } }] }\nreceivers: [{ name: a }]',
      ),
    ],
    [
      'order of receivers',
      notifying('route: { receiver: a }\nreceivers: [{ name: a }, { name: b }]'),
      notifying('receivers: [{ name: b }, { name: a }]\nroute: { receiver: a, continue: false }'),
    ],
    [
      'defaults of a scrape job',
      { 'p.yml': 'scrape_configs: [{ job_name: a }]' },
      { 'p.yml': 'scrape_configs: [{ job_name: a, metrics_path: /metrics, scheme: http }]' },
    ],
    [
      'order of scrape jobs',
      { 'p.yml': 'scrape_configs: [{ job_name: a }, { job_name: b }]' },
      { 'p.yml': 'scrape_configs: [{ job_name: b }, { job_name: a }]' },
    ],
    [
      'keys of another YAML file',
      { 'compose.yml': 'services: { a: { image: x, ports: [1] } }' },
      { 'compose.yml': 'services:\n  a:\n    ports: [1]\n    image: x # pinned\n' },
    ],
    [
      'line ends and the header of a text',
      { 'a.sh': '# Generated by dashc from a.ts. Do not edit.\na\n' },
      { 'a.sh': '# Generated by dashc from b.ts. Do not edit.\r\na  \r\n\r\n' },
    ],
    [
      'what dashc keeps for itself',
      { '.dashc-manifest.json': '{"files":["a"]}' },
      { '.dashc-manifest.json': '{"files":["b"]}' },
    ],
  ])('says nothing of %s', (_, before, after) => {
    expect(reviewed(before, after)).toEqual({ changes: [], impacts: [] });
    expect(reviewed(after, before)).toEqual({ changes: [], impacts: [] });
  });
});
