import { expect, it } from 'vitest';

import {
  adhocVariable,
  constantVariable,
  customVariable,
  datasourceVariable,
  intervalVariable,
  labelValues,
  queryResult,
  queryVariable,
  textVariable,
  type Variable,
} from '../../../lib/model/index.ts';
import { dashboardOf, m } from '../../model/shop.ts';
import { emitted, type Json } from './emitted.ts';

const PROMETHEUS = { type: 'prometheus', uid: 'shop-prom' };
const routes = labelValues(m.requests_total, 'route');
const ROUTES = {
  datasource: PROMETHEUS,
  definition: 'label_values(requests_total{job="api"}, route)',
  name: 'route',
  query: {
    qryType: 1,
    query: 'label_values(requests_total{job="api"}, route)',
    refId: 'PrometheusVariableQueryEditor-VariableQuery',
  },
  refresh: 1,
  type: 'query',
};

it.each<{ name: string; variable: Variable; json: Json }>([
  { name: 'label values', variable: queryVariable('route', routes), json: ROUTES },
  {
    name: 'several label values',
    variable: queryVariable('route', routes, {
      label: 'Route',
      multi: true,
      includeAll: true,
      allValue: '.*',
      sort: 'naturalAsc',
      regex: '/^api/',
      refresh: 'time',
      hide: 'label',
    }),
    json: {
      ...ROUTES,
      allValue: '.*',
      current: { text: ['All'], value: ['$__all'] },
      hide: 1,
      includeAll: true,
      label: 'Route',
      multi: true,
      refresh: 2,
      regex: '/^api/',
      sort: 7,
    },
  },
  {
    name: 'one label value or all',
    variable: queryVariable('route', routes, { includeAll: true }),
    json: { ...ROUTES, current: { text: 'All', value: '$__all' }, includeAll: true },
  },
  {
    name: 'a value at first',
    variable: queryVariable('route', routes, { multi: true, initial: '/cart' }),
    json: { ...ROUTES, current: { text: ['/cart'], value: ['/cart'] }, multi: true },
  },
  {
    name: 'the result of a query',
    variable: queryVariable('top', queryResult(m.queue_depth.topk(3))),
    json: {
      datasource: PROMETHEUS,
      definition: 'query_result(topk(3, queue_depth{job="api"}))',
      name: 'top',
      query: {
        qryType: 3,
        query: 'query_result(topk(3, queue_depth{job="api"}))',
        refId: 'PrometheusVariableQueryEditor-VariableQuery',
      },
      refresh: 1,
      type: 'query',
    },
  },
  {
    name: 'values with texts',
    variable: customVariable('q', { median: '0.5', 'p99, worst': '0.99' }, { initial: '0.5' }),
    json: {
      current: { text: 'median', value: '0.5' },
      name: 'q',
      query: 'median : 0.5,p99\\, worst : 0.99',
      type: 'custom',
    },
  },
  {
    name: 'a constant',
    variable: constantVariable('env', 'prod'),
    json: { name: 'env', query: 'prod', type: 'constant' },
  },
  {
    name: 'a text',
    variable: textVariable('filter', { initial: '.*' }),
    json: { name: 'filter', query: '.*', type: 'textbox' },
  },
  {
    name: 'lengths of time',
    variable: intervalVariable('window', ['5m', '1h'], {
      initial: '1h',
      auto: { parts: 20, min: '1m' },
    }),
    json: {
      auto: true,
      auto_count: 20,
      auto_min: '1m',
      current: { text: '1h', value: '1h' },
      name: 'window',
      query: '5m,1h',
      type: 'interval',
    },
  },
  {
    name: 'the automatic length of time as Grafana has it',
    variable: intervalVariable('window', ['5m'], { auto: { parts: 30, min: '10s' } }),
    json: { auto: true, name: 'window', query: '5m', type: 'interval' },
  },
  {
    name: 'a datasource',
    variable: datasourceVariable('ds', 'prometheus', { regex: '/prod/' }),
    json: {
      current: { text: 'Prometheus', value: 'shop-prom' },
      name: 'ds',
      query: 'prometheus',
      regex: '/prod/',
      type: 'datasource',
    },
  },
  {
    name: 'filters',
    variable: adhocVariable('filters'),
    json: { datasource: PROMETHEUS, name: 'filters', type: 'adhoc' },
  },
])('$name', ({ variable, json }) => {
  const { templating } = emitted(dashboardOf([], { variables: [variable] })).json;
  expect(templating).toEqual({ list: [json] });
});
