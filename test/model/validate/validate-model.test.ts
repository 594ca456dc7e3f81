import { describe, expect, it } from 'vitest';

import {
  below,
  byQuery,
  customVariable,
  type Dashboard,
  dashboard,
  datasourceVariable,
  keepQueries,
  labelValues,
  linkTo,
  logql,
  logs,
  merge,
  onQuery,
  type Panel,
  queryVariable,
  row,
  type Row,
  stat,
  steps,
  target,
  text,
  timeseries,
  validateModel,
} from '../../../lib/model/index.ts';
import { dashboardOf, m, systemOf } from '../shop.ts';

const graph = timeseries('Graph', '').query(m.memory_bytes);
const route = queryVariable('route', labelValues(m.requests_total, 'route'));
const byRoute = timeseries('Routes', '').query(m.requests_total.where({ route }).rate().sum());
const datasource = datasourceVariable('datasource', 'prometheus');

describe.each<{
  code: string;
  rows: { name: string; boards: readonly Dashboard[]; found?: string; hint?: string }[];
}>([
  {
    code: 'dashboard/uid',
    rows: [
      { name: 'empty', boards: [uid('')], found: '``' },
      {
        name: 'bad characters',
        boards: [uid('shop board')],
        found: '`shop board`',
        hint: "uid: 'shop-board'",
      },
      {
        name: '41 characters',
        boards: [uid('x'.repeat(41))],
        found: '41 characters',
        hint: `uid: '${'x'.repeat(40)}'`,
      },
      { name: '40 characters', boards: [uid('x'.repeat(40))] },
    ],
  },
  {
    code: 'dashboard/title',
    rows: [
      { name: 'empty', boards: [dashboardOf([], { title: ' ' })], found: '`title`' },
      { name: 'not empty', boards: [dashboardOf([], { title: '0' })] },
    ],
  },
  {
    code: 'dashboard/duplicate-uid',
    rows: [
      { name: 'same', boards: [uid('a', 'A'), uid('a', 'B')], found: '`a`' },
      { name: 'other case', boards: [uid('a', 'A'), uid('A', 'B')] },
    ],
  },
  {
    code: 'dashboard/duplicate-title',
    rows: [
      { name: 'same', boards: [uid('a', 'A'), uid('b', 'A')], found: '`A`' },
      { name: 'different', boards: [uid('a', 'A'), uid('b', 'B')] },
    ],
  },
  {
    code: 'dashboard/unknown-link',
    rows: [
      {
        name: 'above',
        boards: [dashboardOf([], { links: [linkTo('shpo', 'Shop')] })],
        found: '`shpo`',
        hint: 'did you mean `shop`?',
      },
      { name: 'above, right', boards: [dashboardOf([], { links: [linkTo('shop', 'Shop')] })] },
      {
        name: 'of a panel',
        boards: [dashboardOf([graph.link('x', '/d/queue?x=1')])],
        found: '`queue`',
      },
      {
        name: 'of a value',
        boards: [dashboardOf([graph.dataLink('x', '/d/queue')])],
        found: '`queue`',
      },
      { name: 'of a panel, right', boards: [dashboardOf([graph.link('x', '/d/shop?x=1')])] },
      {
        name: 'of a panel, elsewhere',
        boards: [dashboardOf([graph.link('x', 'https://example.org/d/queue')])],
      },
    ],
  },
  {
    code: 'panel/duplicate-key',
    rows: [
      {
        name: 'same title in a row',
        boards: [dashboardOf([graph, graph])],
        found: '`Graph`',
        hint: ".key('graph-2')",
      },
      {
        name: 'same row',
        boards: [rows(row('R', []), row('R', []))],
        found: '`R`',
        hint: "row('R 2', …)",
      },
      {
        name: 'same key',
        boards: [dashboardOf([graph.key('k'), stat('Other', '').query(m.memory_bytes).key('k')])],
        found: '`Other`',
      },
      { name: 'same title in two rows', boards: [rows(row('A', [graph]), row('B', [graph]))] },
      { name: 'own keys', boards: [dashboardOf([graph, graph.key('2')])] },
    ],
  },
  {
    code: 'panel/width',
    rows: [
      { name: 'too wide', boards: [dashboardOf([graph.width(25)])], found: '`.width(25)`' },
      { name: 'half', boards: [dashboardOf([graph.width(1.5)])], found: '`.width(1.5)`' },
      { name: 'none', boards: [dashboardOf([graph.width(0)])], found: '`.width(0)`' },
      { name: 'whole line', boards: [dashboardOf([graph.width(24)])] },
    ],
  },
  {
    code: 'panel/height',
    rows: [
      { name: 'none', boards: [rows(row('R', [graph], { height: 0 }))], found: '`height: 0`' },
      { name: 'low', boards: [rows(row('R', [graph], { height: 1 }))] },
    ],
  },
  {
    code: 'panel/no-query',
    rows: [
      {
        name: 'a graph without',
        boards: [dashboardOf([timeseries('T', '')])],
        found: '`T`',
        hint: '.query(…)',
      },
      { name: 'a text without', boards: [dashboardOf([text('T', '')])] },
    ],
  },
  {
    code: 'panel/query-of-text',
    rows: [
      {
        name: 'a text with one',
        boards: [dashboardOf([text('T', '').query(m.memory_bytes)])],
        found: '`T`',
      },
      { name: 'a graph with one', boards: [dashboardOf([graph])] },
    ],
  },
  {
    code: 'panel/ref-id',
    rows: [
      { name: 'a blank', boards: [queries({ refId: 'a b' })], found: '`a b`' },
      { name: 'a word', boards: [queries({ refId: 'a_b' })] },
    ],
  },
  {
    code: 'panel/duplicate-ref-id',
    rows: [
      { name: 'twice', boards: [queries({ refId: 'a' }, { refId: 'a' })], found: '`a`' },
      { name: 'once', boards: [queries({ refId: 'a' }, {})] },
    ],
  },
  {
    code: 'panel/unknown-ref-id',
    rows: [
      {
        name: 'of an override',
        boards: [dashboardOf([graph.override(byQuery('B'), {})])],
        found: '`B`',
        hint: 'did you mean `A`?',
      },
      {
        name: 'of a transformation',
        boards: [dashboardOf([graph.transform(onQuery('B', merge()))])],
        found: '`B`',
      },
      {
        name: 'in a transformation',
        boards: [dashboardOf([graph.transform(keepQueries('A', 'C'))])],
        found: '`C`',
      },
      {
        name: 'known',
        boards: [dashboardOf([graph.override(byQuery('A'), {}).transform(keepQueries('A'))])],
      },
    ],
  },
  {
    code: 'panel/thresholds',
    rows: [
      {
        name: 'descending',
        boards: [dashboardOf([graph.thresholds({ warning: 5, critical: 3 })])],
        found: '`3`',
        hint: 'where less is worse: `below({ warning: …, critical: … })`',
      },
      {
        name: 'equal',
        boards: [
          dashboardOf([
            graph.thresholds(
              steps([
                { from: 1, color: 'red' },
                { from: 1, color: 'blue' },
              ]),
            ),
          ]),
        ],
        found: '`1`',
      },
      {
        name: 'the same step twice',
        boards: [
          dashboardOf([
            graph.thresholds(
              steps([
                { from: 1, color: 'red' },
                { from: 1, color: 'red' },
              ]),
            ),
          ]),
        ],
      },
      { name: 'ascending', boards: [dashboardOf([graph.thresholds({ warning: 3, critical: 5 })])] },
      {
        name: 'less is worse',
        boards: [dashboardOf([graph.thresholds(below({ warning: 5, critical: 3 }))])],
      },
    ],
  },
  {
    code: 'variable/undeclared',
    rows: [
      {
        name: 'in a query',
        boards: [dashboardOf([byRoute])],
        found: '`$route`',
        hint: 'variables: [route]',
      },
      {
        name: 'nearly',
        boards: [
          dashboardOf([byRoute, graph.link('x', '/$routes')], {
            variables: [customVariable('routes', ['a'])],
          }),
        ],
        found: '`$route`',
        hint: 'did you mean `$routes`?',
      },
      {
        name: 'in a query of Loki',
        boards: [dashboardOf([logs('L', '').query(logql('{job="$job"}'))])],
        found: '`$job`',
      },
      { name: 'of a repetition', boards: [dashboardOf([graph.repeat(route)])], found: '`$route`' },
      { name: 'of a row', boards: [rows(row('R', [graph], { repeat: route }))], found: '`$route`' },
      {
        name: 'as a datasource',
        boards: [dashboardOf([graph.datasource(datasource)])],
        found: '`$datasource`',
      },
      {
        name: 'in another variable',
        boards: [
          dashboardOf([byRoute], {
            variables: [
              queryVariable(
                'route',
                labelValues(
                  m.requests_total.where({ code: customVariable('code', ['200']) }),
                  'route',
                ),
              ),
            ],
          }),
        ],
        found: '`$code`',
      },
      { name: 'declared', boards: [dashboardOf([byRoute], { variables: [route] })] },
      {
        name: 'of Grafana',
        boards: [dashboardOf([timeseries('T', '').query(m.requests_total.increase('$__range'))])],
      },
      { name: 'in a title', boards: [dashboardOf([timeseries('US$x', '').query(m.memory_bytes)])] },
    ],
  },
  {
    code: 'variable/unused',
    rows: [
      {
        name: 'nowhere',
        boards: [dashboardOf([graph], { variables: [route] })],
        found: '`$route`',
      },
      { name: 'in a query', boards: [dashboardOf([byRoute], { variables: [route] })] },
      {
        name: 'in a title',
        boards: [dashboardOf([text('of $route', '')], { variables: [route] })],
      },
      {
        name: 'in a legend',
        boards: [
          dashboardOf([timeseries('T', '').query(target(m.memory_bytes, { legend: '${route}' }))], {
            variables: [route],
          }),
        ],
      },
      {
        name: 'in an override',
        boards: [
          dashboardOf([graph.override(byQuery('A'), { displayName: '$route' })], {
            variables: [route],
          }),
        ],
      },
      {
        name: 'as the datasource of all',
        boards: [dashboardOf([graph], { variables: [datasource] })],
      },
      {
        name: 'as the datasource of nothing',
        boards: [dashboardOf([text('T', '')], { variables: [datasource] })],
        found: '`$datasource`',
      },
    ],
  },
  {
    code: 'variable/duplicate',
    rows: [
      {
        name: 'twice',
        boards: [dashboardOf([byRoute], { variables: [route, customVariable('route', ['a'])] })],
        found: '`route`',
      },
      { name: 'once', boards: [dashboardOf([byRoute], { variables: [route] })] },
    ],
  },
  {
    code: 'variable/name',
    rows: [
      {
        name: 'with a dash',
        boards: [dashboardOf([graph], { variables: [customVariable('my-route', ['a'])] })],
        found: '`my-route`',
      },
      {
        name: 'with an underscore',
        boards: [dashboardOf([graph], { variables: [customVariable('my_route', ['a'])] })],
      },
    ],
  },
])('$code', ({ code, rows: cases }) => {
  it.each(cases)('$name', ({ boards, found, hint }) => {
    const all = validateModel({ systems: [systemOf(...boards)] }).filter((d) => d.code === code);
    expect(all.map((d) => d.message)).toEqual(
      found === undefined ? [] : [expect.stringContaining(found)],
    );
    if (hint !== undefined) expect(all.map((d) => d.hint)).toEqual([hint]);
  });
});

it('says where', () => {
  const board = dashboardOf([graph.width(25)]);
  expect(validateModel({ systems: [systemOf(board)] }).map(({ where }) => where)).toEqual([
    { file: 'dashboards/shop/shop.ts', path: ['dashboard shop', 'panel "Graph"'] },
  ]);
});

it('finds nothing in a good dashboard', () => {
  const board = dashboardOf([graph, byRoute], {
    variables: [datasource, route],
    links: [linkTo('shop', 'Shop')],
  });
  expect(validateModel({ systems: [systemOf(board)] })).toEqual([]);
});

function uid(of: string, title = 'Title'): Dashboard {
  return dashboard({ uid: of, title, rows: [] });
}

function rows(...of: readonly Row[]): Dashboard {
  return dashboard({ uid: 'shop', title: 'Shop', rows: of });
}

function queries(...options: readonly { refId?: string }[]): Dashboard {
  const panel: Panel = timeseries('T', '').queries(options.map((o) => target(m.memory_bytes, o)));
  return dashboardOf([panel]);
}
