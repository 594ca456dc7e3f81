import { describe, expect, it } from 'vitest';

import type { Units } from '../../../lib/emit/grafana/index.ts';
import {
  barChart,
  barGauge,
  below,
  byName,
  byQuery,
  byRegex,
  gauge,
  heatmap,
  histogram,
  keepQueries,
  labelValues,
  logql,
  logs,
  merge,
  onQuery,
  organize,
  type Panel,
  pieChart,
  queryVariable,
  rangeMapping,
  regexMapping,
  specialMapping,
  stat,
  stateTimeline,
  steps,
  table,
  target,
  text,
  timeseries,
  valueMapping,
} from '../../../lib/model/index.ts';
import { alertOn, dashboardOf, m } from '../../model/shop.ts';
import { emitted, type Json, panelJson } from './emitted.ts';

const memory = m.memory_bytes.max();
const total = m.requests_total.increase('$__range').sum();
const PROMETHEUS = { type: 'prometheus', uid: 'shop-prom' };
const GREEN = { mode: 'absolute', steps: [{ color: 'green', value: null }] };

describe('every panel type', () => {
  const asked = {
    datasource: PROMETHEUS,
    editorMode: 'code',
    expr: 'max(memory_bytes{job="api"})',
    legendFormat: '__auto',
    refId: 'A',
  };
  const plain = { defaults: {}, overrides: [] };
  const green = { defaults: { thresholds: GREEN }, overrides: [] };

  it.each<{ panel: Panel; type: string; json: Json }>([
    {
      panel: timeseries('t', ''),
      type: 'timeseries',
      json: { fieldConfig: plain, targets: [asked] },
    },
    { panel: stat('t', ''), type: 'stat', json: { fieldConfig: green, targets: [asked] } },
    { panel: gauge('t', ''), type: 'gauge', json: { fieldConfig: green, targets: [asked] } },
    { panel: barGauge('t', ''), type: 'bargauge', json: { fieldConfig: green, targets: [asked] } },
    {
      panel: table('t', ''),
      type: 'table',
      json: { fieldConfig: plain, targets: [{ ...asked, format: 'table', instant: true }] },
    },
    {
      panel: heatmap('t', ''),
      type: 'heatmap',
      json: {
        fieldConfig: plain,
        targets: [{ ...asked, format: 'heatmap', legendFormat: '{{le}}' }],
      },
    },
    {
      panel: stateTimeline('t', ''),
      type: 'state-timeline',
      json: { fieldConfig: plain, targets: [asked] },
    },
    {
      panel: barChart('t', ''),
      type: 'barchart',
      json: { fieldConfig: plain, targets: [{ ...asked, format: 'table', instant: true }] },
    },
    { panel: pieChart('t', ''), type: 'piechart', json: { fieldConfig: plain, targets: [asked] } },
    {
      panel: histogram('t', ''),
      type: 'histogram',
      json: { fieldConfig: plain, targets: [asked] },
    },
  ])('$type', ({ panel, type, json }) => {
    expect(panelJson(panel.query(memory))).toEqual(json);
    expect((emitted(dashboardOf([panel])).json.panels as readonly Json[])[1]?.type).toBe(type);
  });

  it('logs', () => {
    expect(panelJson(logs('t', '').query(logql('{job="api"}')))).toEqual({
      fieldConfig: plain,
      targets: [
        {
          datasource: { type: 'loki', uid: 'shop-loki' },
          editorMode: 'code',
          expr: '{job="api"}',
          queryType: 'range',
          refId: 'A',
        },
      ],
    });
  });

  it('text', () => {
    expect(panelJson(text('t', '# Hello'))).toEqual({ options: { content: '# Hello' } });
  });
});

describe('options', () => {
  it.each<{ name: string; panel: Panel; options?: Json; custom?: Json }>([
    {
      name: 'of a time series',
      panel: timeseries('t', '').options({
        draw: 'bars',
        fill: 20,
        lineStyle: 'dash',
        stack: 'normal',
        connectNulls: '5m',
        transform: 'constant',
        barAlignment: 'before',
        axis: { label: 'Bytes', placement: 'right', softMin: 0, log: 10 },
        hide: ['legend'],
        legend: {
          mode: 'table',
          placement: 'right',
          calcs: ['max', 'lastNotNull'],
          sortBy: 'Max',
          sortDesc: true,
        },
        tooltip: { mode: 'multi', sort: 'desc' },
      }),
      options: {
        legend: {
          calcs: ['max', 'lastNotNull'],
          displayMode: 'table',
          placement: 'right',
          showLegend: true,
          sortBy: 'Max',
          sortDesc: true,
        },
        tooltip: { mode: 'multi', sort: 'desc' },
      },
      custom: {
        axisLabel: 'Bytes',
        axisPlacement: 'right',
        axisSoftMin: 0,
        barAlignment: -1,
        drawStyle: 'bars',
        fillOpacity: 20,
        hideFrom: { legend: true },
        lineStyle: { dash: [10, 10], fill: 'dash' },
        scaleDistribution: { log: 10, type: 'log' },
        spanNulls: 300_000,
        stacking: { mode: 'normal' },
        transform: 'constant',
      },
    },
    {
      name: 'that equal the defaults of a time series',
      panel: timeseries('t', '').options({
        draw: 'line',
        interpolation: 'linear',
        lineWidth: 1,
        lineStyle: 'solid',
        fill: 0,
        gradient: 'none',
        points: 'auto',
        pointSize: 5,
        stack: 'none',
        connectNulls: false,
        disconnect: false,
        thresholdsStyle: 'off',
        barAlignment: 'center',
        barWidthFactor: 0.6,
        axis: { label: '', placement: 'auto', border: false, centeredZero: false, color: 'text' },
        hide: [],
        tooltip: { mode: 'single', sort: 'none', hideZeros: false },
      }),
    },
    {
      name: 'that hide the legend',
      panel: timeseries('t', '').options({ legend: { mode: 'hidden' } }),
      options: { legend: { showLegend: false } },
    },
    {
      name: 'of a stat',
      panel: stat('t', '').options({
        graphMode: 'none',
        colorMode: 'background',
        calcs: ['max'],
        textSize: { value: 30 },
      }),
      options: {
        colorMode: 'background',
        graphMode: 'none',
        reduceOptions: { calcs: ['max'] },
        text: { valueSize: 30 },
      },
    },
    {
      name: 'that equal the defaults of a stat',
      panel: stat('t', '').options({
        graphMode: 'area',
        colorMode: 'value',
        justifyMode: 'auto',
        textMode: 'auto',
        wideLayout: true,
        showPercentChange: false,
        percentChangeColorMode: 'standard',
        orientation: 'auto',
        calcs: ['lastNotNull'],
        values: false,
        fields: '',
      }),
    },
    {
      name: 'of a gauge',
      panel: gauge('t', '').options({
        showThresholdLabels: true,
        showThresholdMarkers: true,
        minVizWidth: 75,
      }),
      options: { showThresholdLabels: true },
    },
    {
      name: 'of a bar gauge',
      panel: barGauge('t', '').options({
        displayMode: 'basic',
        valueMode: 'color',
        orientation: 'horizontal',
      }),
      options: { displayMode: 'basic', orientation: 'horizontal' },
    },
    {
      name: 'of a table',
      panel: table('t', '').options({
        align: 'auto',
        filterable: true,
        cellHeight: 'sm',
        sortBy: [{ column: 'Size', desc: true }],
      }),
      options: { sortBy: [{ desc: true, displayName: 'Size' }] },
      custom: { cellOptions: { type: 'auto' }, filterable: true },
    },
    {
      name: 'of a heatmap',
      panel: heatmap('t', '').options({
        color: { scheme: 'Turbo', steps: 64 },
        yAxis: { unit: 's', decimals: 1 },
        showLegend: false,
        layout: 'auto',
      }),
      options: {
        color: { scheme: 'Turbo' },
        legend: { show: false },
        yAxis: { decimals: 1, unit: 's' },
      },
    },
    {
      name: 'of a heatmap of one colour',
      panel: heatmap('t', '').options({ color: { opacityOf: 'blue' } }),
      options: { color: { fill: 'blue', mode: 'opacity' } },
    },
    {
      name: 'of a state timeline',
      panel: stateTimeline('t', '').options({ mergeValues: false, fill: 70, rowHeight: 0.5 }),
      options: { mergeValues: false, rowHeight: 0.5 },
    },
    {
      name: 'of a bar chart',
      panel: barChart('t', '').options({
        xField: 'route',
        stack: 'normal',
        barWidth: 0.97,
        fill: 50,
      }),
      options: { stacking: 'normal', xField: 'route' },
      custom: { fillOpacity: 50 },
    },
    {
      name: 'of a pie chart',
      panel: pieChart('t', '').options({
        pieType: 'donut',
        displayLabels: ['percent'],
        legend: { values: ['value'] },
      }),
      options: {
        displayLabels: ['percent'],
        legend: { showLegend: true, values: ['value'] },
        pieType: 'donut',
      },
    },
    {
      name: 'of a histogram',
      panel: histogram('t', '').options({ bucketCount: 10, combine: true, lineWidth: 1 }),
      options: { bucketCount: 10, combine: true },
    },
    {
      name: 'of logs',
      panel: logs('t', '').options({ wrapLines: true, order: 'asc', details: true }),
      options: { sortOrder: 'Ascending', wrapLogMessage: true },
    },
    {
      name: 'of code',
      panel: text('t', '{}').options({ mode: 'code', language: 'json' }),
      options: { code: { language: 'json' }, content: '{}', mode: 'code' },
    },
  ])('$name', ({ panel, options, custom }) => {
    const json = panelJson(panel);
    const { defaults } = (json.fieldConfig ?? { defaults: {} }) as { defaults: Json };
    expect({ options: json.options, custom: defaults.custom }).toEqual({ options, custom });
  });
});

describe('how a panel asks', () => {
  it.each([
    { name: 'a number that spans the range', panel: stat('t', '').query(total), instant: true },
    { name: 'a number of now', panel: stat('t', '').query(memory), instant: undefined },
    {
      name: 'a graph that spans the range',
      panel: timeseries('t', '').query(total),
      instant: undefined,
    },
    {
      name: 'a number that is told to',
      panel: stat('t', '').query(memory).instant(),
      instant: true,
    },
    {
      name: 'a number that is told not to',
      panel: stat('t', '').query(total).instant(false),
      instant: undefined,
    },
    {
      name: 'a query that is told to',
      panel: stat('t', '').query(target(memory, { instant: true })),
      instant: true,
    },
  ])('$name', ({ panel, instant }) => {
    expect((panelJson(panel).targets as readonly Json[])[0]?.instant).toBe(instant);
  });

  it('writes what a query says about itself', () => {
    const query = target(memory.legend('Memory'), {
      refId: 'memory',
      hide: true,
      format: 'table',
      minInterval: '1m',
      exemplars: true,
    });
    expect(panelJson(timeseries('t', '').query(query)).targets).toEqual([
      {
        datasource: PROMETHEUS,
        editorMode: 'code',
        exemplar: true,
        expr: 'max(memory_bytes{job="api"})',
        format: 'table',
        hide: true,
        interval: '1m',
        legendFormat: 'Memory',
        refId: 'memory',
      },
    ]);
  });
});

describe('the unit of a panel', () => {
  const units: Units = { of: () => 'bytes', ofBuckets: () => 's' };
  const unitOf = (panel: Panel) =>
    (panelJson(panel, { units }).fieldConfig as { defaults: Json }).defaults.unit;

  const mixed: Units = {
    of: (node) => (node === memory.node ? 'bytes' : 's'),
    ofBuckets: () => undefined,
  };

  it('is that of its queries', () => {
    expect(unitOf(timeseries('t', '').query(memory, total))).toBe('bytes');
  });

  it('is its own where it has one', () => {
    expect(unitOf(timeseries('t', '').query(memory).unit('short'))).toBe('short');
  });

  it('is not there where the queries differ', () => {
    const json = panelJson(timeseries('t', '').query(memory, total), { units: mixed });
    expect(json.fieldConfig).toEqual({ defaults: {}, overrides: [] });
  });

  it('is not that of a hidden query', () => {
    const json = panelJson(timeseries('t', '').query(memory, target(total, { hide: true })), {
      units: mixed,
    });
    expect((json.fieldConfig as { defaults: Json }).defaults.unit).toBe('bytes');
  });

  it('of a heatmap is that of its buckets, on the axis', () => {
    const json = panelJson(heatmap('t', '').query(m.latency_seconds.heatmap()), { units });
    expect([json.options, json.fieldConfig]).toEqual([
      { yAxis: { unit: 's' } },
      { defaults: {}, overrides: [] },
    ]);
  });
});

describe('fields', () => {
  it('have standard options', () => {
    const panel = stat('t', '')
      .query(memory)
      .unit('bytes')
      .decimals(1)
      .min(0)
      .max(10)
      .noValue('0')
      .color('continuous-reds')
      .thresholds(below({ warning: 0.9 }))
      .dataLink('Logs', '/d/logs?var-job=${__field.labels.job}');
    expect(panelJson(panel).fieldConfig).toEqual({
      defaults: {
        color: { mode: 'continuous-reds' },
        decimals: 1,
        links: [{ title: 'Logs', url: '/d/logs?var-job=${__field.labels.job}' }],
        max: 10,
        min: 0,
        noValue: '0',
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'orange', value: null },
            { color: 'green', value: 0.9 },
          ],
        },
        unit: 'bytes',
      },
      overrides: [],
    });
  });

  it('have mappings', () => {
    const panel = timeseries('t', '').mappings(
      valueMapping({ 0: { text: 'DOWN', color: 'red' } }),
      rangeMapping({ from: 1 }, { text: 'UP' }),
      regexMapping('a(.*)', { text: '$1' }),
      specialMapping('null+nan', { text: 'none' }),
    );
    expect(panelJson(panel).fieldConfig).toEqual({
      defaults: {
        mappings: [
          { options: { 0: { color: 'red', text: 'DOWN' } }, type: 'value' },
          { options: { from: 1, result: { text: 'UP' }, to: null }, type: 'range' },
          { options: { pattern: 'a(.*)', result: { text: '$1' } }, type: 'regex' },
          { options: { match: 'null+nan', result: { text: 'none' } }, type: 'special' },
        ],
      },
      overrides: [],
    });
  });

  it('have overrides', () => {
    const panel = timeseries('t', '')
      .override(byName('error'), { color: 'red', unit: 's', axis: { placement: 'right' } })
      .override(byRegex(/5../), { stack: 'none', thresholds: steps([]) })
      .override(byQuery('B'), { hide: ['viz'] });
    expect((panelJson(panel).fieldConfig as Json).overrides).toEqual([
      {
        matcher: { id: 'byName', options: 'error' },
        properties: [
          { id: 'color', value: { fixedColor: 'red', mode: 'fixed' } },
          { id: 'unit', value: 's' },
          { id: 'custom.axisPlacement', value: 'right' },
        ],
      },
      {
        matcher: { id: 'byRegexp', options: '/5../' },
        properties: [
          { id: 'thresholds', value: GREEN },
          { id: 'custom.stacking', value: { group: 'A', mode: 'none' } },
        ],
      },
      {
        matcher: { id: 'byFrameRefID', options: 'B' },
        properties: [
          { id: 'custom.hideFrom', value: { legend: false, tooltip: false, viz: true } },
        ],
      },
    ]);
  });
});

describe('thresholds on a graph', () => {
  const styleOf = (panel: Panel) => {
    const { defaults } = panelJson(panel).fieldConfig as { defaults: Json };
    return (defaults.custom as Json | undefined)?.thresholdsStyle;
  };
  const alerting = alertOn(memory.gt(5), 'critical');

  it.each([
    {
      name: 'are lines',
      panel: timeseries('t', '').thresholds({ critical: 1 }),
      style: { mode: 'line' },
    },
    {
      name: 'are what is asked for',
      panel: timeseries('t', '').thresholds({ critical: 1 }).options({ thresholdsStyle: 'area' }),
      style: { mode: 'area' },
    },
    {
      name: 'are areas for an alert',
      panel: timeseries('t', '').alert(alerting),
      style: { mode: 'line+area' },
    },
    { name: 'are not there', panel: timeseries('t', ''), style: undefined },
    { name: 'are not drawn on a stat', panel: stat('t', '').alert(alerting), style: undefined },
  ])('$name', ({ panel, style }) => {
    expect(styleOf(panel)).toEqual(style);
  });

  it('are those of the alert, and its expression is drawn without them', () => {
    const json = panelJson(timeseries('t', '').alert(alerting, 'Memory'));
    expect(json.targets).toMatchObject([
      { expr: 'max(memory_bytes{job="api"})', legendFormat: 'Memory' },
    ]);
    expect((json.fieldConfig as { defaults: Json }).defaults.thresholds).toEqual({
      mode: 'absolute',
      steps: [
        { color: 'green', value: null },
        { color: 'red', value: 5 },
      ],
    });
  });

  it('share the query of alerts on one expression', () => {
    const json = panelJson(
      timeseries('t', '')
        .alert(alerting)
        .alert(alertOn(memory.gt(3))),
    );
    expect(json.targets).toHaveLength(1);
  });
});

describe('what is left of a panel', () => {
  const route = queryVariable('route', labelValues(m.requests_total, 'route'));

  it.each<{ name: string; panel: Panel; json: Json }>([
    {
      name: 'description',
      panel: text('t', '').raw({ description: 'x' }),
      json: { description: 'x' },
    },
    {
      name: 'intervals',
      panel: text('t', '').minInterval('5m').maxDataPoints(100),
      json: { interval: '5m', maxDataPoints: 100 },
    },
    {
      name: 'times',
      panel: text('t', '').timeFrom('1h').timeShift('1d'),
      json: { timeFrom: '1h', timeShift: '1d' },
    },
    { name: 'repetition', panel: text('t', '').repeat(route), json: { repeat: 'route' } },
    {
      name: 'repetition downwards',
      panel: text('t', '').repeat(route, 'vertical', 2),
      json: { maxPerRow: 2, repeat: 'route', repeatDirection: 'v' },
    },
    { name: 'transparency', panel: text('t', '').transparent(), json: { transparent: true } },
    {
      name: 'links',
      panel: text('t', '').link('Docs', '/docs', { newTab: true }),
      json: { links: [{ targetBlank: true, title: 'Docs', url: '/docs' }] },
    },
    {
      name: 'transformations',
      panel: text('t', '').transform(
        merge(),
        onQuery('A', organize({ hide: ['Time'] })),
        keepQueries('A', 'B'),
      ),
      json: {
        transformations: [
          { id: 'merge', options: {} },
          {
            filter: { id: 'byRefId', options: 'A' },
            id: 'organize',
            options: { excludeByName: { Time: true } },
          },
          { id: 'filterByRefId', options: { include: 'A|B' } },
        ],
      },
    },
  ])('$name', ({ panel, json }) => {
    expect(panelJson(panel)).toEqual({ options: { content: '' }, ...json });
  });

  it('carries the version of Grafana', () => {
    const { json } = emitted(dashboardOf([text('t', '')]));
    expect((json.panels as readonly Json[])[1]?.pluginVersion).toBe('11.5.2');
  });
});
