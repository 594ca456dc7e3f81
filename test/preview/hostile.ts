/** Text that runs a script, or asks somebody outside, wherever it is taken for HTML. Both leave a mark. */
export function hostile(mark: string): string {
  const run = `window.ranHostile=(window.ranHostile||'')+'${mark} '`;
  return (
    `<img src=x onerror="${run}"><script>${run}</script><svg onload="${run}"></svg>` +
    `<iframe srcdoc="<script>parent.${run}</script>"></iframe>` +
    `<img src="http://outside.example/${mark}.png"><a href="javascript:${run}">${mark}</a>`
  );
}

const address = (mark: string) => `javascript:window.ranHostile='${mark}'`;

const link = (mark: string) => ({
  title: hostile(mark),
  url: address(mark),
  type: 'link',
  targetBlank: true,
});

const gridPos = (i: number) => ({ x: (i % 3) * 8, y: Math.floor(i / 3) * 8, w: 8, h: 8 });

function panelOf(type: string, i: number): object {
  const at = `${type}-${i}`;
  return {
    id: i + 1,
    type,
    title: hostile(`${at}-title`),
    description: hostile(`${at}-description`),
    gridPos: gridPos(i),
    datasource: { type: type === 'logs' ? 'loki' : 'prometheus', uid: hostile('uid') },
    links: [link(`${at}-link`)],
    targets: [
      {
        refId: 'A',
        expr: type === 'logs' ? `{job="a"} |= ${JSON.stringify(hostile(`${at}-line`))}` : 'evil',
        legendFormat: `{{label}} ${hostile(`${at}-legend`)}`,
        ...(type === 'table' ? { format: 'table', instant: true } : {}),
      },
    ],
    fieldConfig: {
      defaults: {
        unit: `prefix:${hostile(`${at}-unit`)}`,
        displayName: i % 2 === 0 ? hostile(`${at}-name`) : undefined,
        noValue: hostile(`${at}-none`),
        links: [{ title: hostile(`${at}-data-link`), url: address(`${at}-data-link`) }],
        mappings: [{ type: 'value', options: { 7: { text: hostile(`${at}-mapping`) } } }],
        thresholds: { mode: 'absolute', steps: [{ value: null, color: hostile(`${at}-color`) }] },
      },
      overrides: [
        {
          matcher: { id: 'byName', options: 'label' },
          properties: [{ id: 'displayName', value: hostile(`${at}-override`) }],
        },
      ],
    },
    options: {
      mode: i % 2 === 0 ? 'html' : 'markdown',
      content: `${hostile(`${at}-content`)}\n\n[link](${address(`${at}-markdown`)})\n\n![](http://outside.example/markdown.png)`,
      legend: { showLegend: true, displayMode: 'table', placement: 'bottom', calcs: ['last'] },
    },
  };
}

const TYPES = [
  'timeseries',
  'stat',
  'gauge',
  'bargauge',
  'table',
  'text',
  'heatmap',
  'state-timeline',
  'barchart',
  'piechart',
  'histogram',
  'text',
  'logs',
  'geomap',
  hostile('type'),
];

/** A dashboard that somebody wrote to harm whoever looks at it. */
export const HOSTILE_DASHBOARD = {
  uid: 'hostile',
  title: hostile('title'),
  description: hostile('description'),
  tags: [hostile('tag')],
  time: { from: 'now-1h', to: 'now' },
  links: [link('dashboard-link'), { type: 'dashboards', title: hostile('links'), tags: ['x'] }],
  panels: [
    ...TYPES.map(panelOf),
    { id: 90, type: 'row', title: hostile('row'), gridPos: { x: 0, y: 90, w: 24, h: 1 } },
  ],
  templating: {
    list: [
      { name: 'label', type: 'query', query: 'label_values(evil, label)', label: hostile('label') },
      { name: 'text', type: 'textbox', query: hostile('textbox') },
      { name: 'custom', type: 'custom', query: hostile('custom').replaceAll(',', '') },
    ],
  },
  annotations: {
    list: [
      {
        name: hostile('annotation'),
        expr: 'evil > 6',
        iconColor: hostile('icon'),
        titleFormat: `{{label}} ${hostile('annotation-title')}`,
        textFormat: `{{label}} ${hostile('annotation-text')}`,
        tagKeys: 'label',
      },
    ],
  },
};
