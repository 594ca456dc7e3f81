import type { DashboardJson } from '../../../lib/preview/index.ts';
import type { SampleSeries } from '../sample-prometheus.ts';

/** Two queues, one of which is long, and a counter of two routes. */
export const SAMPLES: readonly SampleSeries[] = [
  { series: 'queue_depth{queue="mail"}', minutes: [420, 0], value: (minute) => 12 + (minute % 2) },
  { series: 'queue_depth{queue="parse"}', minutes: [420, 0], value: () => 3 },
  { series: 'sent_total{route="/a"}', minutes: [420, 0], value: (minute) => (420 - minute) * 60 },
  { series: 'sent_total{route="/b"}', minutes: [420, 0], value: (minute) => (420 - minute) * 6 },
  { series: 'restarted', minutes: [420, 0], value: (minute) => (minute === 100 ? 1 : 0) },
];

/** One panel of each thing that the page has to do itself. */
export const PAGE: DashboardJson = {
  uid: 'page',
  title: 'The page',
  time: { from: 'now-6h', to: 'now' },
  links: [{ type: 'dashboards', title: '', tags: [], includeVars: true }],
  templating: {
    list: [
      {
        name: 'queue',
        type: 'query',
        datasource: { type: 'prometheus', uid: 'prom-1' },
        query: 'label_values(queue_depth, queue)',
        multi: true,
        includeAll: true,
        current: { value: ['$__all'], text: ['All'] },
        refresh: 1,
      },
    ],
  },
  annotations: {
    list: [
      {
        name: 'Restarts',
        enable: true,
        iconColor: 'orange',
        datasource: { type: 'prometheus', uid: 'prom-1' },
        expr: 'restarted > 0',
      },
    ],
  },
  panels: [
    row(1, 0, 'Numbers'),
    panel(2, 'timeseries', 'Sent by route', [0, 1, 12, 8], {
      targets: [query('sum by (route) (rate(sent_total[5m]))', '{{route}}')],
      fieldConfig: { defaults: { unit: 'reqps' }, overrides: [] },
    }),
    panel(3, 'stat', 'Depth of $queue', [12, 1, 12, 4], {
      targets: [query('queue_depth{queue=~"$queue"}', '{{queue}}')],
      repeat: 'queue',
      fieldConfig: {
        defaults: {
          displayName: '${__field.labels.queue}: waiting',
          mappings: [{ type: 'value', options: { 3: { text: 'short', color: 'green' } } }],
        },
        overrides: [],
      },
    }),
    panel(4, 'bargauge', 'Bars', [0, 9, 12, 6], {
      targets: [{ ...query('queue_depth', '{{queue}}'), instant: true }],
      fieldConfig: {
        defaults: { unit: 's' },
        overrides: [
          {
            matcher: { id: 'byRegexp', options: '/^ma/' },
            properties: [{ id: 'unit', value: 'm' }],
          },
        ],
      },
    }),
    panel(5, 'table', 'Table', [12, 9, 12, 6], {
      targets: [
        { ...query('queue_depth', ''), format: 'table', instant: true },
        { ...query('queue_depth * 2', ''), format: 'table', instant: true, refId: 'B' },
      ],
      transformations: [
        { id: 'merge', options: {} },
        {
          id: 'organize',
          options: {
            excludeByName: { Time: true, __name__: true },
            renameByName: { 'Value #A': 'Depth', 'Value #B': 'Twice', queue: 'Queue' },
          },
        },
      ],
      options: { sortBy: [{ displayName: 'Depth', desc: true }] },
    }),
    {
      ...row(6, 15, 'What does not draw'),
      collapsed: true,
      panels: [
        panel(7, 'geomap', 'Map', [0, 16, 6, 5], { targets: [query('queue_depth', '')] }),
        panel(8, 'timeseries', 'Nothing', [6, 16, 6, 5], { targets: [query('nothing', '')] }),
        panel(9, 'stat', 'Broken', [12, 16, 6, 5], { targets: [query('sum(', '')] }),
        panel(10, 'stat', 'Own word', [18, 16, 6, 5], {
          targets: [query('nothing', '')],
          fieldConfig: { defaults: { noValue: 'none of it' }, overrides: [] },
        }),
      ],
    },
  ],
};

function row(id: number, y: number, title: string) {
  return {
    id,
    type: 'row',
    title,
    collapsed: false,
    panels: [],
    gridPos: { x: 0, y, w: 24, h: 1 },
  };
}

type Place = readonly [x: number, y: number, w: number, h: number];

function panel(id: number, type: string, title: string, [x, y, w, h]: Place, more: object) {
  const datasource = { type: 'prometheus', uid: 'prom-1' };
  return { id, type, title, datasource, gridPos: { x, y, w, h }, ...more };
}

function query(expr: string, legendFormat: string) {
  return { refId: 'A', expr, legendFormat, datasource: { type: 'prometheus', uid: 'prom-1' } };
}
