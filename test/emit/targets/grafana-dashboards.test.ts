import { describe, expect, it } from 'vitest';

import target from '../../../lib/emit/targets/grafana-dashboards.ts';
import {
  annotation,
  barChart,
  barGauge,
  byName,
  type Dashboard,
  dashboard,
  datasourceVariable,
  gauge,
  heatmap,
  histogram,
  intervalVariable,
  labelValues,
  linkTo,
  logql,
  logs,
  merge,
  organize,
  pieChart,
  queryVariable,
  row,
  sortRows,
  stat,
  stateTimeline,
  table,
  text,
  timeseries,
  valueMapping,
} from '../../../lib/model/index.ts';
import { alertOn, dashboardOf, m, systemOf } from '../../model/shop.ts';

const route = queryVariable('route', labelValues(m.requests_total, 'route'), { multi: true });
const requests = m.requests_total.where({ route }).rate().sumBy('route');

const everything = dashboard({
  uid: 'shop-everything',
  title: 'Everything',
  description: 'One of each.',
  tags: ['shop'],
  refresh: '30s',
  timezone: 'Europe/Paris',
  cursor: 'tooltip',
  variables: [
    datasourceVariable('datasource', 'prometheus'),
    route,
    intervalVariable('window', ['5m']),
  ],
  links: [linkTo('shop-everything', 'This one')],
  annotations: [annotation({ name: 'Full', expr: m.queue_depth.max().gt(9), text: 'Full' })],
  rows: [
    row('Numbers', [
      stat('Memory', 'a').query(m.memory_bytes.max()),
      gauge('Depth', 'b')
        .alert(alertOn(m.queue_depth.max().gt(9)))
        .min(0)
        .max(10),
      barGauge('Queues', 'c').query(m.queue_depth.topk(5)).instant(),
    ]),
    row('Graphs', [
      timeseries('Requests', 'd')
        .query(requests.legend('{{route}}'))
        .thresholds({ warning: 1, critical: 5 })
        .options({
          fill: 10,
          stack: 'normal',
          axis: { label: 'x' },
          legend: { mode: 'table', calcs: ['max'] },
        })
        .override(byName('/cart'), {
          color: 'red',
          axis: { placement: 'right' },
          hide: ['tooltip'],
        })
        .repeat(route),
      heatmap('Latency', 'e').query(m.latency_seconds.heatmap()),
      stateTimeline('States', 'f')
        .query(m.queue_depth.maxBy('queue').legend('{{queue}}'))
        .mappings(valueMapping({ 0: { text: 'empty', color: 'green' } })),
      barChart('Bars', 'g').query(m.queue_depth.maxBy('queue')),
      pieChart('Pie', 'h')
        .query(m.queue_depth.sumBy('queue'))
        .options({ legend: { values: ['percent'] } }),
      histogram('Histogram', 'i').query(m.queue_depth),
    ]),
    row(
      'Tables',
      [
        table('Table', 'j')
          .query(m.queue_depth.maxBy('queue'))
          .transform(
            merge(),
            organize({ hide: ['Time'], rename: { Value: 'Depth' } }),
            sortRows('Depth', 'desc'),
          )
          .override(byName('Depth'), { cell: { type: 'gauge', mode: 'lcd' }, unit: 'short' }),
        logs('Logs', 'k').query(logql('{job="api"}')),
        text('Text', 'Hello'),
      ],
      { collapsed: true },
    ),
  ],
});

describe('the Grafana dashboards of a system', () => {
  it('are valid, one of everything', () => {
    expect(emit(everything).diagnostics).toEqual([]);
  });

  it('are files under the names of their content files', () => {
    const { value } = emit(dashboardOf([]));
    expect(value.map(({ path }) => path)).toEqual(['grafana/dashboards/shop.json']);
    expect(value[0]?.text).toMatch(/^\{\n {2}"panels": \[[^]*\n\}\n$/);
  });

  it('are the same bytes twice', () => {
    expect(emit(everything)).toEqual(emit(everything));
  });

  it.each([
    { name: 'bytes', query: m.memory_bytes.max(), unit: 'bytes' },
    { name: 'requests a second', query: m.requests_total.rate().sum(), unit: 'reqps' },
    { name: 'requests a minute', query: m.requests_total.rate().sum().mul(60), unit: 'reqpm' },
    {
      name: 'a share',
      query: m.requests_total
        .where({ code: '500' })
        .rate()
        .sum()
        .div(m.requests_total.rate().sum()),
      unit: 'percentunit',
    },
    { name: 'seconds', query: m.latency_seconds.quantile(0.9), unit: 's' },
    { name: 'jobs', query: m.queue_depth.max(), unit: 'short' },
  ])('infer the unit of $name', ({ query, unit }) => {
    expect(panelOf(timeseries('T', '').query(query)).fieldConfig.defaults.unit).toBe(unit);
  });

  it('infer the unit of buckets', () => {
    expect(panelOf(heatmap('T', '').query(m.latency_seconds.heatmap())).options.yAxis.unit).toBe(
      's',
    );
  });
});

describe('what the schema refuses', () => {
  it('is reported at the dashboard, with its place in the JSON', () => {
    const { diagnostics } = emit(
      dashboardOf([stat('S', '').query(m.memory_bytes).raw({ colour: 'red' })]),
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'emit/schema',
        where: { file: 'dashboards/shop/shop.ts', path: ['dashboard shop', '/panels/1/colour'] },
      },
    ]);
  });
});

function emit(...dashboards: readonly Dashboard[]) {
  const system = systemOf(...dashboards);
  return target.emit(system, { systems: [system] });
}

function panelOf(panel: Parameters<typeof dashboardOf>[0][number]) {
  const [artifact] = emit(dashboardOf([panel])).value;
  return JSON.parse(artifact?.text ?? '').panels[1];
}
