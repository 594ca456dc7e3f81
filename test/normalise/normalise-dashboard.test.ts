import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import {
  classicDashboardIn,
  differences,
  normaliseDashboard,
  NORMALISER_RULES,
} from '../../lib/normalise/index.ts';

const grid = (y: number, x = 0) => ({ gridPos: { h: 8, w: 24, x, y } });

/** A panel after normalisation, without what is there always. */
function panelOf(panel: object, schemaVersion: number) {
  const dashboard = {
    schemaVersion,
    panels: [{ id: 1, type: 'timeseries', ...grid(0), ...panel }],
  };
  const [first] = normaliseDashboard(dashboard).panels as Record<string, unknown>[];
  const kept = Object.entries(first ?? {}).filter(
    ([key, value]) => !['id', 'gridPos'].includes(key) && value !== 'timeseries',
  );
  return Object.fromEntries(kept);
}

/** The same dashboard in two forms; a near miss has other parts. */
const defaults = (more: object) => ({ fieldConfig: { defaults: more } });

describe('panels', () => {
  it.each([
    // Migrations: what they do, and that files of today are left alone.
    [
      19,
      18,
      { links: [{ dashboard: 'A b', title: 't' }] },
      { links: [{ title: 't', url: 'dashboard/db/a-b' }] },
    ],
    [17, 16, { minSpan: 6, repeat: 'x' }, { repeat: 'x' }],
    [17, 16, { minSpan: 8, repeat: 'x' }, { maxPerRow: 3, repeat: 'x' }],
    [24, 23, { type: 'table', styles: [] }, { type: 'table-old', styles: [] }],
    [
      24,
      24,
      { type: 'text2', options: { content: 'a' } },
      { type: 'text2', options: { content: 'a' } },
    ],
    [
      30,
      29,
      defaults({
        mappings: [
          { type: 1, value: '1', text: 'one' },
          { type: 2, from: '2', to: '3', text: 'few' },
        ],
      }),
      defaults({
        mappings: [
          { type: 'value', options: { 1: { text: 'one' } } },
          { type: 'range', options: { from: 2, to: 3, result: { text: 'few' } } },
        ],
      }),
    ],
    [
      30,
      29,
      { options: { tooltipOptions: { mode: 'multi' } } },
      { options: { tooltip: { mode: 'multi' } } },
    ],
    [
      31,
      30,
      { transformations: [{ id: 'labelsToFields', options: {} }] },
      {
        transformations: [
          { id: 'labelsToFields', options: {} },
          { id: 'merge', options: {} },
        ],
      },
    ],
    [
      37,
      36,
      { options: { legend: { displayMode: 'hidden' } } },
      { options: { legend: { showLegend: false } } },
    ],
    [
      37,
      37,
      { options: { legend: { displayMode: 'hidden' } } },
      { options: { legend: { displayMode: 'hidden' } } },
    ],
    [
      38,
      37,
      { type: 'table', ...defaults({ custom: { displayMode: 'lcd-gauge' } }) },
      { type: 'table', ...defaults({ custom: { cellOptions: { mode: 'lcd', type: 'gauge' } } }) },
    ],
    [
      42,
      41,
      defaults({ custom: { hideFrom: { viz: true } } }),
      defaults({ custom: { hideFrom: { tooltip: true, viz: true } } }),
    ],
    [
      42,
      42,
      defaults({ custom: { hideFrom: { viz: true } } }),
      defaults({ custom: { hideFrom: { viz: true } } }),
    ],
    // Noise, and its near misses.
    [0, 42, { pluginVersion: '9.0.0', scopedVars: {}, yaxes: [{}], legend: { show: true } }, {}],
    [
      0,
      42,
      { type: 'graph', pluginVersion: '9.0.0', yaxes: [{ show: true }] },
      { type: 'graph', pluginVersion: '9.0.0', yaxes: [{ show: true }] },
    ],
    [0, 42, { timeFrom: null, ...defaults({ min: null, max: 1 }) }, defaults({ max: 1 })],
    [0, 42, defaults({ color: { mode: 'palette-classic', fixedColor: 'red' } }), {}],
    [
      0,
      42,
      defaults({ color: { mode: 'fixed', fixedColor: 'red' } }),
      defaults({ color: { mode: 'fixed', fixedColor: 'red' } }),
    ],
    [0, 42, defaults({ thresholds: { mode: 'absolute', steps: [] } }), {}],
    [
      0,
      42,
      { type: 'table', ...defaults({ thresholds: { mode: 'absolute', steps: [] } }) },
      { type: 'table', ...defaults({ thresholds: { mode: 'absolute', steps: [] } }) },
    ],
    [
      0,
      42,
      { type: 'table', options: { footer: { show: false, reducer: ['sum'] } } },
      { type: 'table' },
    ],
    [
      0,
      42,
      { type: 'table', options: { footer: { show: true, reducer: ['sum'] } } },
      { type: 'table', options: { footer: { show: true, reducer: ['sum'] } } },
    ],
    [
      0,
      42,
      { type: 'text', datasource: 'x', options: { content: 'a', mode: 'markdown' } },
      { type: 'text', options: { content: 'a' } },
    ],
    // Defaults, and their near misses.
    [
      0,
      42,
      {
        ...defaults({ unit: 'none', custom: { lineWidth: 1, fillOpacity: 0 } }),
        options: { tooltip: { mode: 'single' } },
      },
      {},
    ],
    [
      0,
      42,
      defaults({ unit: 's', custom: { lineWidth: 2 } }),
      defaults({ custom: { lineWidth: 2 }, unit: 's' }),
    ],
    [
      0,
      42,
      defaults({
        thresholds: {
          mode: 'absolute',
          steps: [
            { color: 'green', value: null },
            { color: 'red', value: 80 },
          ],
        },
      }),
      {},
    ],
    [0, 42, { title: '', transparent: false, transformations: [], links: [] }, {}],
    // Spellings.
    [0, 42, defaults({ unit: 'apples' }), defaults({ unit: 'suffix:apples' })],
    [
      0,
      42,
      defaults({ thresholds: { steps: [{ color: 'blue', value: 0 }] } }),
      defaults({ thresholds: { mode: 'absolute', steps: [{ color: 'blue', value: null }] } }),
    ],
    [
      0,
      42,
      { transformations: [{ id: 'merge' }] },
      { transformations: [{ id: 'merge', options: {} }] },
    ],
    [
      0,
      42,
      {
        transformations: [
          {
            id: 'organize',
            options: {
              excludeByName: { a: true, b: false },
              indexByName: { c: 7, d: 3 },
              renameByName: {},
            },
          },
        ],
      },
      {
        transformations: [
          { id: 'organize', options: { excludeByName: { a: true }, indexByName: { c: 1, d: 0 } } },
        ],
      },
    ],
  ])('are migrated up to %i: version %i %j', (_until, version, before, after) => {
    expect(panelOf(before, version)).toEqual(after);
  });
});

describe('queries', () => {
  const query = (target: object, more: object = {}) =>
    (panelOf({ targets: [target], ...more }, 42).targets as Record<string, unknown>[])[0];
  it.each([
    [{ expr: 'sum( rate(x[5m]) ) by(job)' }, { expr: 'sum by (job) (rate(x[5m]))', refId: 'A' }],
    [{ expr: '(a) / ((b))' }, { expr: 'a / b', refId: 'A' }],
    [{ expr: 'a # why' }, { expr: 'a # why', refId: 'A' }],
    [{ expr: 'sum(' }, { expr: 'sum(', refId: 'A' }],
    [
      { expr: 'a', range: true, instant: false, intervalFactor: 1 },
      { expr: 'a', refId: 'A' },
    ],
    [
      { expr: 'a', range: true, instant: true },
      { expr: 'a', instant: true, range: true, refId: 'A' },
    ],
    [
      { expr: 'a', intervalFactor: 2 },
      { expr: 'a', intervalFactor: 2, refId: 'A' },
    ],
    [
      { expr: 'a', legendFormat: '', editorMode: 'builder', step: 10 },
      { expr: 'a', refId: 'A' },
    ],
    [
      { expr: 'a', refId: 'Q' },
      { expr: 'a', refId: 'Q' },
    ],
  ])('%j', (before, after) => {
    expect(query(before)).toEqual(after);
  });

  it('are of the language of their datasource', () => {
    const loki = { datasource: { type: 'loki', uid: 'l' } };
    expect(query({ expr: '{a="b"}  |=  `c`' }, loki)).toEqual({
      expr: '{a="b"}  |=  `c`',
      refId: 'A',
    });
  });
});

describe('datasources', () => {
  const list = [{ type: 'datasource', name: 'ds', query: 'prometheus' }];
  it.each([
    ['$ds', { type: 'prometheus', uid: '${ds}' }],
    ['[[ds]]', { type: 'prometheus', uid: '${ds}' }],
    [{ uid: '${ds}' }, { type: 'prometheus', uid: '${ds}' }],
    ['My Prometheus', { uid: 'My Prometheus' }],
    ['-- Grafana --', { type: 'datasource', uid: 'grafana' }],
    ['default', undefined],
    [null, undefined],
  ])('%j', (datasource, ref) => {
    const panels = [{ id: 1, type: 'stat', ...grid(0), datasource, targets: [{ expr: 'a' }] }];
    const value = normaliseDashboard({ schemaVersion: 42, panels, templating: { list } });
    expect((value.panels as Record<string, unknown>[])[0]?.datasource).toEqual(ref);
  });
});

describe('variables', () => {
  it.each([
    [
      {
        type: 'query',
        query: { query: 'label_values(up,job)', refId: 'x' },
        options: [{}],
        refresh: 0,
      },
      { type: 'query', query: 'label_values(up, job)', refresh: 0 },
    ],
    [
      { type: 'query', query: 'a', includeAll: true, current: { text: 'All', value: ['$__all'] } },
      { type: 'query', query: 'a', includeAll: true },
    ],
    [
      { type: 'query', query: 'a', current: { text: 'x', value: 'y' } },
      { type: 'query', query: 'a', current: { value: 'y' } },
    ],
    [
      { type: 'custom', query: '5 : 5, 10', current: {} },
      { type: 'custom', query: '5,10' },
    ],
    [
      { type: 'custom', options: [{ text: 'a', value: 'b' }] },
      { type: 'custom', query: 'a : b' },
    ],
    [
      { type: 'textbox', query: 'a', current: { value: 'a' } },
      { type: 'textbox', query: 'a' },
    ],
    [
      { type: 'textbox', query: 'a', current: { value: 'b' } },
      { type: 'textbox', query: 'a', current: { value: 'b' } },
    ],
  ])('%j', (before, after) => {
    const value = normaliseDashboard({
      schemaVersion: 42,
      panels: [],
      templating: { list: [before] },
    });
    expect((value.templating as { list: unknown[] }).list).toEqual([after]);
  });
});

describe('the grid', () => {
  it('is of panels in reading order, each as high as it goes', () => {
    const panels = [
      { id: 2, type: 'stat', ...grid(40) },
      { id: 1, type: 'stat', ...grid(3) },
      { id: 9, type: 'row', title: 'R', panels: [], gridPos: { x: 0, y: 20, w: 24, h: 3 } },
    ];
    const value = normaliseDashboard({ schemaVersion: 42, panels });
    expect(value.panels).toEqual([
      { id: 1, type: 'stat', ...grid(0) },
      { type: 'row', title: 'R', gridPos: { x: 0, y: 8, w: 24, h: 1 } },
      { id: 2, type: 'stat', ...grid(9) },
    ]);
  });

  it('was rows of twelve columns', () => {
    const panel = (id: number, span: number) => ({ id, span, type: 'stat' });
    const value = normaliseDashboard({
      schemaVersion: 14,
      rows: [
        {
          title: 'A',
          showTitle: true,
          height: '250px',
          panels: [panel(1, 8), panel(2, 4), panel(3, 12)],
        },
        { title: 'B', collapse: true, height: 100, panels: [panel(4, 6)] },
      ],
    });
    expect(
      (value.panels as Record<string, unknown>[]).map(({ id, gridPos }) => [id, gridPos]),
    ).toEqual([
      [undefined, { x: 0, y: 0, w: 24, h: 1 }],
      [1, { x: 0, y: 1, w: 16, h: 7 }],
      [2, { x: 16, y: 1, w: 8, h: 7 }],
      [3, { x: 0, y: 8, w: 24, h: 7 }],
      [undefined, { x: 0, y: 15, w: 24, h: 1 }],
    ]);
  });

  it('has each id once', () => {
    const panels = [{ id: 1 }, { id: 1 }, {}, { id: 7 }].map((own, i) => ({
      type: 'stat',
      ...own,
      ...grid(i * 8),
    }));
    const value = normaliseDashboard({ schemaVersion: 42, panels });
    expect((value.panels as Record<string, unknown>[]).map(({ id }) => id)).toEqual([1, 8, 9, 7]);
  });
});

describe('the whole', () => {
  it.each(['shop-orders.json', 'old-rows.json'])('is the same a second time: %s', (file) => {
    const text = readFileSync(`test/import/dashboard/fixtures/${file}`, 'utf8');
    const once = normaliseDashboard(JSON.parse(text) as object);
    expect(normaliseDashboard({ ...once, schemaVersion: 42 })).toEqual(once);
  });

  it('leaves what it was given as it is', () => {
    const given = { schemaVersion: 14, rows: [{ panels: [{ id: 1 }] }] };
    normaliseDashboard(given);
    expect(given).toEqual({ schemaVersion: 14, rows: [{ panels: [{ id: 1 }] }] });
  });

  it('has a documented row for each rule', () => {
    // The formatter pads its columns.
    const page = readFileSync('docs/import.md', 'utf8').replace(/ +/g, ' ');
    const rows = NORMALISER_RULES.map(({ id, what }) => [`| \`${id}\` |`, `| ${what} |`]).flat();
    expect(rows.filter((text) => !page.includes(text))).toEqual([]);
    expect(new Set(NORMALISER_RULES.map(({ id }) => id)).size).toBe(NORMALISER_RULES.length);
  });
});

describe('a dashboard in a file', () => {
  const own = { title: 'A', panels: [] };
  it.each([
    ['alone', own, own],
    ['wrapped', { dashboard: own, overwrite: true }, own],
    [
      'a resource',
      { apiVersion: 'dashboard.grafana.app/v1', metadata: { name: 'a' }, spec: own },
      { uid: 'a', ...own },
    ],
    ['a list', [], 'it is a list, not a dashboard'],
    ['something else', {}, 'it has neither `panels` nor `rows`, so it is no dashboard'],
  ])('%s', (_name, file, found) => {
    expect(classicDashboardIn(file)).toEqual(found);
  });
});

describe('differences', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1 }, { a: 2 }, [{ path: 'a', before: 1, after: 2 }]],
    [{ a: [{ b: 1 }] }, { a: [{ b: 2 }] }, [{ path: 'a[0].b', before: 1, after: 2 }]],
    [{ a: [1] }, { a: [1, 2] }, [{ path: 'a', before: [1], after: [1, 2] }]],
    [{}, { a: null }, [{ path: 'a', before: undefined, after: null }]],
  ])('%j %j', (before, after, found) => {
    expect(differences(before, after)).toEqual(found);
  });
});
