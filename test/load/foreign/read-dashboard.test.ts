import { describe, expect, it } from 'vitest';

import { readDashboard } from '../../../lib/load/foreign/dashboards/read-dashboard.ts';
import { expressionsOf, type System } from '../../../lib/model/index.ts';

const read = (dashboard: unknown, guessed = false) =>
  readDashboard({ file: 'd.json', guessed }, JSON.stringify(dashboard, null, 1));

const PROM = { type: 'prometheus', uid: 'x' };
const target = (expr: string) => ({ refId: 'A', expr, datasource: PROM });

const v2Annotation = (name: string, group: string, expr: string) => ({
  kind: 'AnnotationQuery',
  spec: { name, enable: true, query: { kind: 'DataQuery', group, version: 'v0', spec: { expr } } },
});

const v2Variable = (name: string, spec: object) => ({
  kind: 'QueryVariable',
  spec: {
    name,
    refresh: 'onDashboardLoad',
    query: { kind: 'DataQuery', group: 'prometheus', spec },
  },
});

/** Where it is and what it says, of all expressions. */
function texts(dashboard: unknown): readonly string[] {
  const system = { dashboards: read(dashboard).value, groups: [] } as unknown as System;
  return expressionsOf(system).map(({ path, text }) => `${path.slice(1).join(' ')}: ${text}`);
}

describe('where expressions are', () => {
  it.each([
    {
      name: 'panels, and those of rows',
      of: {
        panels: [
          { title: 'P', type: 'stat', targets: [target('a')] },
          { type: 'row', panels: [{ title: 'Q', type: 'graph', targets: [target('b')] }] },
        ],
      },
      is: ['panel "P" query A: a', 'panel "Q" query A: b'],
    },
    {
      name: 'rows before version 16',
      of: { rows: [{ panels: [{ title: 'P', type: 'graph', targets: [target('a')] }] }] },
      is: ['panel "P" query A: a'],
    },
    {
      name: 'what the API returns',
      of: { meta: {}, dashboard: { panels: [{ title: 'P', targets: [target('a')] }] } },
      is: ['panel "P" query A: a'],
    },
    {
      name: 'a resource of version 2',
      of: {
        apiVersion: 'dashboard.grafana.app/v2beta1',
        metadata: { name: 'u' },
        spec: {
          elements: {
            one: {
              kind: 'Panel',
              spec: {
                title: 'P',
                vizConfig: { kind: 'VizConfig', group: 'stat', spec: {} },
                data: {
                  spec: {
                    queries: [
                      {
                        kind: 'PanelQuery',
                        spec: {
                          refId: 'A',
                          query: { kind: 'DataQuery', group: 'prometheus', spec: { expr: 'a' } },
                        },
                      },
                    ],
                  },
                },
              },
            },
          },
        },
      },
      is: ['panel "P" query A: a'],
    },
    {
      name: 'variables and annotations',
      of: {
        panels: [],
        annotations: { list: [{ name: 'N', expr: 'c', datasource: PROM }] },
        templating: {
          list: [
            { name: 'v', type: 'query', datasource: PROM, query: 'label_values(a{b="c"}, d)' },
            { name: 'w', type: 'query', datasource: PROM, query: { query: 'query_result(e)' } },
            { name: 'x', type: 'query', datasource: PROM, query: 'label_values(d)' },
          ],
        },
      },
      is: ['variable v: a{b="c"}', 'variable w: e', 'annotation "N": c'],
    },
    {
      name: 'no other languages',
      of: {
        __inputs: [{ name: 'DS', pluginId: 'loki' }],
        panels: [
          { title: 'P', targets: [{ expr: '{a="b"} |= "c"', datasource: '${DS}' }] },
          { title: 'Q', datasource: { type: 'mysql' }, targets: [{ expr: 'select 1' }] },
          { title: 'R', targets: [{ expr: 'this is nothing known' }] },
        ],
      },
      is: [],
    },
    {
      name: 'variables and annotations of version 2',
      of: {
        apiVersion: 'dashboard.grafana.app/v2beta1',
        metadata: { name: 'u' },
        spec: {
          elements: {},
          annotations: [
            v2Annotation('N', 'prometheus', 'c'),
            v2Annotation('Logs', 'loki', '{a="b"}'),
            { kind: 'AnnotationQuery', spec: { name: 'Builtin', builtIn: true } },
          ],
          variables: [
            v2Variable('v', { __legacyStringValue: 'label_values(a{b="c"}, d)' }),
            v2Variable('w', { query: 'query_result(e)', refId: 'A' }),
            v2Variable('x', { query: 'label_values(d)' }),
            { kind: 'CustomVariable', spec: { name: 'y', query: 'label_values(f, g)' } },
          ],
        },
      },
      is: ['variable v: a{b="c"}', 'variable w: e', 'annotation "N": c'],
    },
    {
      name: 'annotations of the first version 2',
      of: {
        apiVersion: 'dashboard.grafana.app/v2alpha1',
        metadata: { name: 'u' },
        spec: {
          elements: {},
          annotations: [
            {
              kind: 'AnnotationQuery',
              spec: { name: 'N', query: { kind: 'prometheus', spec: { expr: 'c' } } },
            },
          ],
        },
      },
      is: ['annotation "N": c'],
    },
  ])('$name', ({ of, is }) => {
    expect(texts(of)).toEqual(is);
    expect(read(of).diagnostics).toEqual([]);
  });
});

it('points into the queries of variables and annotations of version 2', () => {
  const dashboard = {
    apiVersion: 'dashboard.grafana.app/v2beta1',
    metadata: { name: 'u' },
    spec: {
      elements: {},
      annotations: [v2Annotation('N', 'prometheus', 'sum(')],
      variables: [v2Variable('v', { query: 'query_result(a + )' })],
    },
  };
  const lines = JSON.stringify(dashboard, null, 1).split('\n');
  const found = read(dashboard).diagnostics.map(({ where }) => ({
    at: lines[(where.line ?? 0) - 1]?.slice((where.column ?? 0) - 1),
    path: where.path.slice(1),
  }));
  expect(found).toEqual([
    { at: '+ )"', path: ['variable v'] },
    { at: 'sum("', path: ['annotation "N"'] },
  ]);
});

it('points into the text of a query', () => {
  const dashboard = { panels: [{ title: 'P', targets: [target('"a\\"b" == sum(')] }] };
  const [finding] = read(dashboard).diagnostics;
  expect(finding?.code).toBe('promql/syntax');
  expect(finding?.where).toMatchObject({
    line: 8,
    path: ['dashboard d-json', 'panel "P"', 'query A'],
  });
});

it.each([
  ['sum(rate(a{b!"c"}[$__rate_interval]))', ['promql/syntax']],
  ['sum(a{b="$c"', ['promql/syntax']],
  ['sum(rate(a{b="c"}[${__interval}]) by (d', ['promql/syntax']],
  ['sum(a) $operator 2', []],
  ['sum([[metric]]) by ([[label]]) ?', []],
])('judges a text with variables only where they decide nothing: %s', (expr, codes) => {
  const { diagnostics } = read({ panels: [{ title: 'P', targets: [target(expr)] }] });
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
});

it.each([
  { name: 'what is no dashboard', of: { a: 1 } },
  { name: 'a list', of: [] },
])('refuses $name only where it was asked for', ({ of }) => {
  expect(read(of).diagnostics.map(({ code }) => code)).toEqual(['dashboard-file/unreadable']);
  expect(read(of, true)).toEqual({ value: [], diagnostics: [] });
});

it('refuses what is no JSON', () => {
  const { diagnostics } = readDashboard({ file: 'd.json', guessed: true }, '{');
  expect(diagnostics.map(({ code }) => code)).toEqual(['dashboard-file/unreadable']);
});

it.each([
  null,
  1,
  'a',
  [1],
  { type: 'row', panels: 3 },
  { targets: [null, { expr: {} }] },
  { fieldConfig: 1 },
])('does not throw for a panel %j', (panel) => {
  expect(() => read({ panels: [panel], templating: { list: [panel] } })).not.toThrow();
});
