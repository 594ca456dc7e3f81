import { describe, expect, it } from 'vitest';

import {
  annotation,
  dashboard,
  datasourceVariable,
  linkTo,
  linkToTags,
  linkToUrl,
  logql,
  logs,
  row,
  stat,
  timeseries,
} from '../../../lib/model/index.ts';
import { dashboardOf, m, stack, systemOf } from '../../model/shop.ts';
import { emitted, type Json } from './emitted.ts';

const depth = stat('Depth', 'Jobs that wait.').query(m.queue_depth.max().legend('Depth'));

describe('a dashboard', () => {
  it('is written with its keys sorted and without what Grafana assumes', () => {
    const { json } = emitted(
      dashboard({
        uid: 'shop-queue',
        title: 'Queue',
        description: 'What waits.',
        tags: ['shop'],
        refresh: '30s',
        time: '6h',
        cursor: 'crosshair',
        rows: [row('Now', [depth], { height: 4 })],
      }),
    );
    expect(JSON.stringify(json, null, 2)).toMatchInlineSnapshot(`
      "{
        "description": "What waits.",
        "graphTooltip": 1,
        "panels": [
          {
            "collapsed": false,
            "gridPos": {
              "h": 1,
              "w": 24,
              "x": 0,
              "y": 0
            },
            "id": 1519894101,
            "panels": [],
            "title": "Now",
            "type": "row"
          },
          {
            "datasource": {
              "type": "prometheus",
              "uid": "shop-prom"
            },
            "description": "Jobs that wait.",
            "fieldConfig": {
              "defaults": {
                "thresholds": {
                  "mode": "absolute",
                  "steps": [
                    {
                      "color": "green",
                      "value": null
                    }
                  ]
                }
              },
              "overrides": []
            },
            "gridPos": {
              "h": 4,
              "w": 24,
              "x": 0,
              "y": 1
            },
            "id": 50761914,
            "pluginVersion": "11.5.2",
            "targets": [
              {
                "datasource": {
                  "type": "prometheus",
                  "uid": "shop-prom"
                },
                "editorMode": "code",
                "expr": "max(queue_depth{job=\\"api\\"})",
                "legendFormat": "Depth",
                "refId": "A"
              }
            ],
            "title": "Depth",
            "type": "stat"
          }
        ],
        "refresh": "30s",
        "schemaVersion": 42,
        "tags": [
          "shop"
        ],
        "time": {
          "from": "now-6h",
          "to": "now"
        },
        "title": "Queue",
        "uid": "shop-queue"
      }"
    `);
  });

  it('says as little as it can', () => {
    const { json } = emitted(dashboard({ uid: 'u', title: 't', rows: [] }));
    expect(json).toEqual({
      panels: [],
      schemaVersion: 42,
      time: { from: 'now-6h', to: 'now' },
      title: 't',
      uid: 'u',
    });
  });

  it('gives the same bytes twice', () => {
    const board = dashboardOf([depth, timeseries('T', '').query(m.memory_bytes)]);
    expect(JSON.stringify(emitted(board))).toBe(JSON.stringify(emitted(board)));
  });

  it('shares a panel with another one and leaks nothing into it', () => {
    const alone = emitted(dashboardOf([depth]));
    emitted(dashboardOf([timeseries('First', '').query(m.memory_bytes), depth]));
    expect(emitted(dashboardOf([depth]))).toEqual(alone);
  });
});

describe('rows', () => {
  it('hold their panels while they are collapsed', () => {
    const rows = [row('Open', [depth]), row('Closed', [depth], { collapsed: true })];
    const { json } = emitted(dashboardOf([], { rows }));
    const shape = (json.panels as readonly Json[]).map(({ type, panels }) => [
      type,
      (panels as readonly Json[] | undefined)?.map((panel) => panel.type),
    ]);
    expect(shape).toEqual([
      ['row', []],
      ['stat', undefined],
      ['row', ['stat']],
    ]);
  });

  it('without a title are not drawn', () => {
    const { json } = emitted(dashboardOf([], { rows: [row('', [depth])] }));
    expect((json.panels as readonly Json[]).map(({ type }) => type)).toEqual(['stat']);
  });
});

describe('datasources', () => {
  const ds = datasourceVariable('datasource', 'prometheus');
  const fixed = { type: 'prometheus', uid: 'other' } as const;
  const lines = logs('Lines', '').query(logql('{job="api"}'));

  it.each([
    {
      name: "the stack's default",
      panel: depth,
      spec: {},
      panelUid: 'shop-prom',
      targetUids: ['shop-prom'],
    },
    {
      name: 'the variable of the dashboard',
      panel: depth,
      spec: { variables: [ds] },
      panelUid: '${datasource}',
      targetUids: ['${datasource}'],
    },
    {
      name: "the panel's own",
      panel: depth.datasource(fixed),
      spec: { variables: [ds] },
      panelUid: 'other',
      targetUids: ['other'],
    },
    {
      name: "the stack's Loki",
      panel: lines,
      spec: {},
      panelUid: 'shop-loki',
      targetUids: ['shop-loki'],
    },
    {
      name: 'both',
      panel: lines.query(m.memory_bytes),
      spec: {},
      panelUid: '-- Mixed --',
      targetUids: ['shop-loki', 'shop-prom'],
    },
  ])('$name', ({ panel, spec, panelUid, targetUids }) => {
    const { json, diagnostics } = emitted(dashboardOf([panel], spec));
    const [, only] = json.panels as readonly Json[];
    const uidOf = (of: Json | undefined) => (of?.datasource as Json | undefined)?.uid;
    expect(uidOf(only)).toBe(panelUid);
    expect((only?.targets as readonly Json[]).map(uidOf)).toEqual(targetUids);
    expect(diagnostics).toEqual([]);
  });

  it('are missed where the stack has none', () => {
    const [prometheus] = stack.datasources;
    const system = {
      ...systemOf(),
      stack: { ...stack, datasources: prometheus ? [prometheus] : [] },
    };
    const { diagnostics } = emitted(dashboardOf([lines]), { system });
    expect(diagnostics).toMatchObject([
      { code: 'panel/no-datasource', where: { path: ['dashboard shop', 'panel "Lines"'] } },
    ]);
  });
});

describe('links', () => {
  it.each([
    {
      link: linkTo('shop', 'Shop'),
      json: { icon: 'dashboard', keepTime: true, title: 'Shop', type: 'link', url: '/d/shop' },
    },
    {
      link: linkTo('shop', 'Shop', { keepTime: false, keepVariables: true }),
      json: { icon: 'dashboard', includeVars: true, title: 'Shop', type: 'link', url: '/d/shop' },
    },
    {
      link: linkToUrl('https://example.org', 'Docs'),
      json: {
        icon: 'external link',
        targetBlank: true,
        title: 'Docs',
        type: 'link',
        url: 'https://example.org',
      },
    },
    {
      link: linkToTags(['shop'], 'All'),
      json: { asDropdown: true, keepTime: true, tags: ['shop'], title: 'All', type: 'dashboards' },
    },
  ])('$link.title', ({ link, json }) => {
    expect(emitted(dashboardOf([], { links: [link] })).json.links).toEqual([json]);
  });
});

describe('annotations', () => {
  it("ask the stack's Prometheus", () => {
    const mark = annotation({
      name: 'Restarts',
      expr: m.requests_total.resets('5m').sumBy('route').gt(0),
      title: '{{route}}',
      tags: ['route'],
      step: '1m',
      off: true,
    });
    expect(emitted(dashboardOf([], { annotations: [mark] })).json.annotations).toEqual({
      list: [
        {
          datasource: { type: 'prometheus', uid: 'shop-prom' },
          enable: false,
          expr: 'sum by (route) (resets(requests_total{job="api"}[5m])) > 0',
          iconColor: 'blue',
          name: 'Restarts',
          step: '1m',
          tagKeys: 'route',
          titleFormat: '{{route}}',
        },
      ],
    });
  });
});
