import { describe, expect, it } from 'vitest';

import { fixture, imported, sourceOf } from './imported.ts';

/** A dashboard with one panel, and whatever is said of it. */
function board(panel: object, more: object = {}): string {
  const own = { id: 1, type: 'timeseries', title: 'CPU', gridPos: { x: 0, y: 0, w: 24, h: 8 } };
  const targets = [{ refId: 'A', expr: 'up', legendFormat: '__auto' }];
  const datasource = { type: 'prometheus', uid: 'shop-prometheus' };
  return JSON.stringify({
    schemaVersion: 39,
    uid: 'board',
    title: 'Board',
    panels: [{ ...own, targets, datasource, ...panel }],
    ...more,
  });
}

async function panelSource(panel: object): Promise<string> {
  const plan = await imported([board(panel)]);
  expect(plan.entries[0]?.lost).toEqual([]);
  const source = sourceOf(plan);
  return source.slice(source.indexOf('row(')).split('\nexport default')[0]?.trim() ?? '';
}

describe('a panel', () => {
  it.each([
    [
      'has a typed call for each option',
      { fieldConfig: { defaults: { unit: 's', min: 0, custom: { lineWidth: 2 } } } },
      `.unit('s').min(0).options({ lineWidth: 2 })`,
    ],
    [
      'says nothing of defaults',
      { options: { tooltip: { mode: 'single', sort: 'none' } }, transparent: false },
      `timeseries('CPU', '').query(m.up).id(1)`,
    ],
    ['asks for totals at once', { type: 'stat' }, `stat('CPU', '')`],
    [
      'keeps what has no call as data',
      { options: { novelty: { level: 3 } } },
      `// TODO(import): no typed call says options.novelty .raw({ options: { novelty: { level: 3 } } })`,
    ],
    [
      'keeps a property of an override that has no option',
      {
        fieldConfig: {
          overrides: [
            {
              matcher: { id: 'byName', options: 'a' },
              properties: [{ id: 'custom.new', value: 1 }],
            },
          ],
        },
      },
      `.override(byName('a'), { raw: { 'custom.new': 1 } })`,
    ],
    [
      'keeps mappings that are none, which do nothing in Grafana',
      {
        fieldConfig: {
          overrides: [
            {
              matcher: { id: 'byName', options: 'a' },
              properties: [{ id: 'mappings', value: [] }],
            },
          ],
        },
      },
      `.override(byName('a'), { raw: { mappings: [] } })`,
    ],
    [
      'keeps its old type',
      { type: 'graph', lines: true },
      `rawPanel('graph', 'CPU', '').query(m.up)`,
    ],
    [
      'keeps a query of another language',
      { datasource: { type: 'influxdb', uid: 'x' }, targets: [{ refId: 'A', query: 'SELECT 1' }] },
      `.datasource(namedDatasource('x', 'influxdb')).query(rawQuery({ query: 'SELECT 1', refId: 'A' }))`,
    ],
    [
      'keeps a query that cannot be read',
      { targets: [{ refId: 'A', expr: 'sum(' }] },
      `.query(rawQuery({ expr: 'sum(', refId: 'A' }))`,
    ],
    [
      'keeps the comment of a query',
      { targets: [{ refId: 'A', expr: '# why\nup' }] },
      `.query(rawQuery({ expr: '# why\\nup', refId: 'A' }))`,
    ],
    [
      'has text where there are no typed calls',
      { targets: [{ refId: 'A', expr: '{job="x"}', legendFormat: '__auto' }] },
      '.query(promql`{job="x"}`)',
    ],
    [
      'has its own unit where the query has another',
      { targets: [{ refId: 'A', expr: 'rate(x_seconds_total[5m])', legendFormat: '__auto' }] },
      `m.x_seconds_total.rate('5m')`,
    ],
  ])('%s', async (_name, panel, source) => {
    const flat = (text: string) => text.replace(/\s+/g, '').replace(/,(?=[)\]}])/g, '');
    expect(flat(await panelSource(panel))).toContain(flat(source));
  });
});

describe('the grid', () => {
  const at = (id: number, x: number, y: number, w: number, h: number) => {
    const common = { type: 'text', title: `${id}`, options: { content: '' } };
    return { ...common, id, gridPos: { x, y, w, h } };
  };
  it.each([
    ['shared evenly', [at(1, 0, 0, 12, 8), at(2, 12, 0, 12, 8)], []],
    ['with gaps that Grafana closes', [at(1, 0, 0, 12, 8), at(2, 12, 30, 12, 8)], []],
    ['of widths', [at(1, 0, 0, 6, 8), at(2, 6, 0, 18, 8)], ['.width(6)', '.width(18)']],
    ['of heights', [at(1, 0, 0, 12, 8), at(2, 12, 0, 12, 5)], ['.height(8)']],
    [
      'that does not flow',
      [at(1, 12, 0, 12, 4), at(2, 0, 0, 12, 8), at(3, 12, 4, 12, 4)],
      ['.at(12, 4)'],
    ],
  ])('%s', async (_name, panels, calls) => {
    const plan = await imported([board({}, { panels })]);
    const source = sourceOf(plan);
    expect(plan.entries[0]?.lost).toEqual([]);
    for (const call of calls) expect(source).toContain(call);
    if (calls.length === 0) expect(source).not.toMatch(/\.(?:width|height|at)\(/);
  });
});

describe('files', () => {
  it('are named after the source, and the system is made once', async () => {
    const plan = await imported([board({}), board({}, { uid: 'other' })]);
    expect(plan.files.map(({ path, once }) => [path, once ?? false])).toEqual([
      ['systems/shop/stack.ts', true],
      ['systems/shop/index.ts', true],
      ['systems/shop/metrics.ts', false],
      ['dashboards/shop/board-0.ts', false],
      ['dashboards/shop/board-1.ts', false],
    ]);
  });

  it('of a long dashboard have at most 300 lines', async () => {
    const panels = Array.from({ length: 90 }, (_, i) => {
      const targets = [
        { refId: 'A', expr: `sum by (a, b, c) (rate(x${i}_total{job="$job"}[5m]))` },
      ];
      return { id: i + 1, type: 'timeseries', title: `Panel ${i}`, description: 'd', targets };
    });
    const plan = await imported([board({}, { panels })]);
    expect(plan.files.length).toBeGreaterThan(5);
    const long = plan.files.filter(({ text }) => text.split('\n').length > 297);
    expect(long.filter(({ path }) => path.startsWith('dashboards/'))).toEqual([]);
    expect(plan.entries[0]?.lost).toEqual([]);
  });

  it('are the same a second time', async () => {
    const texts = ['shop-orders.json', 'old-rows.json'].map(fixture);
    expect(await imported(texts)).toEqual(await imported(texts));
  });
});

describe('a file that is no dashboard', () => {
  it.each([
    ['truncated', '{"panels": [', 'it is no JSON: '],
    ['a list', '[]', 'it is a list, not a dashboard'],
    ['a number', '1', 'it is no object, not a dashboard'],
    ['something else', '{"a": 1}', 'it has neither `panels` nor `rows`, so it is no dashboard'],
    [
      'of the second schema',
      '{"elements": {}}',
      'it is a dashboard of schema version 2; save it as classic JSON first',
    ],
    [
      'deep',
      `${'[{"panels":'.repeat(5000)}1${'}]'.repeat(5000)}`,
      'it is nested deeper than 100 levels',
    ],
    [
      'polluting',
      '{"panels": [], "__proto__": {"polluted": true}}',
      'it has the key `__proto__`, which no dashboard needs',
    ],
    ['endless', '{"panels": [], "id": 1e999}', 'it has a number that is too large'],
  ])('%s', async (_name, text, problem) => {
    const plan = await imported([text]);
    expect(plan.files).toEqual([]);
    expect(plan.entries).toHaveLength(1);
    expect(plan.entries[0]?.outcome).toBe('failed');
    expect(plan.entries[0]?.notes[0]).toContain(problem);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('--upgrade', () => {
  it('puts the panel types of today in place of old ones, and says so', async () => {
    const plan = await imported([fixture('old-rows.json')], { upgrade: true });
    const source = sourceOf(plan);
    expect(plan.entries[0]?.notes).toEqual([
      'panel "CPU": graph became timeseries',
      'panel "Uptime": singlestat became stat',
      'panel "Disks": table-old became table',
    ]);
    expect(plan.entries[0]?.lost).toEqual([]);
    expect(source).not.toContain('rawPanel');
    expect(source).toContain(`.override(byName('idle'), { color: '#7EB26D' })`);
    expect(source).toContain(`stack: 'normal'`);
    expect(source).toContain(`.override(byName('Time'), { hidden: true })`);
    expect(source).toContain(`calcs: ['mean', 'lastNotNull']`);
  });

  it('names what has no counterpart', async () => {
    const graph = { type: 'graph', nullPointMode: 'null as zero', timeShiftLines: true };
    const plan = await imported([board(graph)], { upgrade: true });
    expect(plan.entries[0]?.notes).toEqual([
      'panel "CPU": graph became timeseries; left out: timeShiftLines, nullPointMode: null as zero',
    ]);
  });

  it('leaves them alone without it', async () => {
    const plan = await imported([fixture('old-rows.json')]);
    expect(sourceOf(plan)).toContain(`rawPanel('singlestat', 'Uptime', '')`);
    expect(plan.entries[0]?.lost).toEqual([]);
  });
});
