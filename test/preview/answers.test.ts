import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type PreviewServer, startPreviewServer } from '../../lib/preview/index.ts';
import type { AlertsAnswer, AnnotationsAnswer, PanelAnswer } from '../../lib/preview/protocol.ts';
import { Workplace } from '../../lib/prove/index.ts';
import { ask, post } from './ask.ts';
import { BACKLOG, sampleContent } from './sample-content.ts';
import { NOW, samplePrometheus } from './sample-prometheus.ts';

let folder: string;
let workplace: Workplace;
let server: PreviewServer;

const target = (expr: string, more: object = {}) => ({ refId: 'A', expr, ...more });
const one = (expr: string, more: object = {}) => ({ targets: [target(expr, more)] });

/** A panel a row, by its number. */
const PANELS: Readonly<Record<number, object>> = {
  1: one('rate(hits_total[$__rate_interval])'),
  2: one('up{job=~"$job"}', { instant: true }),
  3: { ...one('rate(hits_total[$__interval])'), interval: '5m' },
  4: one('rate(hits_total[$__rate_interval])', { interval: '10m' }),
  5: {
    ...one('count_over_time(up{job="api"}[$__range] offset 30s)', { instant: true }),
    timeFrom: '2h',
  },
  6: { ...one('up{job="api"}', { instant: true }), timeShift: '1h' },
  7: { targets: [target('up{job="api"}'), target('up', { refId: 'B', hide: true })] },
  8: one('sum(('),
  9: { ...one('rate(hits_total[$__rate_interval])'), datasource: { uid: '$source' } },
  10: { ...one('{job="api"} |= "a"'), datasource: { type: 'loki', uid: 'loki-1' } },
  11: { ...one('SELECT 1'), datasource: { type: 'mysql', uid: 'x' } },
  12: { targets: [{ refId: 'A', panelId: 2 }], datasource: { uid: '-- Dashboard --' } },
  13: { ...one('hits_total'), maxDataPoints: 6 },
  14: one('vector(1) / 0', { format: 'table', instant: true, legendFormat: '{{job}}' }),
};

const DASHBOARD = {
  uid: 'shop',
  title: 'Shop',
  panels: Object.entries(PANELS).map(([id, panel]) => ({ id: Number(id), ...panel })),
  templating: {
    list: [
      { name: 'job', type: 'query', query: 'label_values(up, job)', multi: true },
      { name: 'source', type: 'datasource', query: 'prometheus', current: { value: 'prom-2' } },
    ],
  },
  annotations: {
    list: [
      { builtIn: 1, name: 'Grafana', datasource: { type: 'grafana', uid: '-- Grafana --' } },
      { name: 'Off', enable: false, expr: 'deploy' },
      { name: 'Broken', expr: 'deploy{' },
      {
        name: 'Deployments',
        iconColor: 'purple',
        expr: 'deploy > 0',
        titleFormat: 'Version {{version}}',
        textFormat: '{{nothing}}by {{who}}',
        tagKeys: 'who, version',
      },
    ],
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashc-preview-'));
  workplace = new Workplace(folder);
  const long = [300, 0] as const;
  const data = await samplePrometheus(workplace, [
    { series: 'up{job="api"}', minutes: long, value: (minute) => (minute < 30 ? 1 : 0) },
    { series: 'up{job="worker"}', minutes: long, value: () => 1 },
    { series: 'hits_total{job="api"}', minutes: long, value: (minute) => (300 - minute) * 60 },
    {
      series: 'deploy{version="v2",who="<b>ann</b>"}',
      minutes: long,
      value: (minute) => Number((minute <= 40 && minute >= 38) || minute === 20),
    },
    { series: 'queue_depth{queue="long"}', minutes: [30, 0], value: () => 20 },
    { series: 'queue_depth{queue="new"}', minutes: [3, 0], value: () => 20 },
    { series: 'queue_depth{queue="late"}', minutes: [8, 0], value: () => 20 },
    { series: 'queue_depth{queue="over"}', minutes: [60, 0], value: (m) => (m > 20 ? 20 : 0) },
  ]);
  const broken = { ...BACKLOG, name: 'Broken', expr: 'queue_depth >' };
  server = await startPreviewServer({
    page: folder,
    content: sampleContent([DASHBOARD], [BACKLOG, broken]),
    data,
  });
});

afterAll(async () => {
  await server.close();
  await workplace.close();
  rmSync(folder, { recursive: true });
});

const VIEW = { uid: 'shop', from: 'now-1h', to: 'now', chosen: { job: ['api'] } };

function panel(id: number, more: object = {}): Promise<PanelAnswer> {
  return post(server.url, '/api/panel', { ...VIEW, panel: id, maxDataPoints: 600, ...more });
}

describe('panels', () => {
  it.each([
    ['the rate interval', 1, 'rate(hits_total[4m])', 60],
    ["the panel's least step", 3, 'rate(hits_total[5m])', 300],
    ["the query's least step", 4, 'rate(hits_total[40m])', 600],
    ['a datasource that scrapes more often', 9, 'rate(hits_total[1m])', 15],
    ['fewer points', 13, 'hits_total', 600],
  ])('%s', async (_name, id, expr, step) => {
    const { queries } = await panel(id);
    expect(queries).toMatchObject([{ refId: 'A', expr, step }]);
    expect(queries[0]?.error).toBe(undefined);
    expect(queries[0]?.series[0]?.values.length).toBeGreaterThan(1);
  });

  it.each([
    ['a chosen value', 2, {}, 'up{job=~"api"}', '1'],
    [
      'two chosen values',
      2,
      { chosen: { job: ['api', 'worker'] } },
      'up{job=~"(api|worker)"}',
      '1',
    ],
    ['the value of a repeated panel', 2, { scoped: { job: 'worker' } }, 'up{job=~"worker"}', '1'],
    ['its own length', 5, {}, 'count_over_time(up{job="api"}[2h] offset 30s)', '120'],
    ['another time', 6, {}, 'up{job="api"}', '0'],
    ["another panel's queries", 12, {}, 'up{job=~"api"}', '1'],
    ['no number', 14, {}, 'vector(1) / 0', '+Inf'],
  ])('%s', async (_name, id, more, expr, value) => {
    const { queries } = await panel(id, more);
    expect(queries).toMatchObject([{ expr, instant: true }]);
    expect(queries[0]?.series[0]?.values[0]?.[1]).toBe(value);
  });

  it("tells the panel's own interval, whatever its queries say", async () => {
    expect((await panel(3)).interval).toBe(300_000);
    expect((await panel(4)).interval).toBe(60_000);
  });

  it('says how a query wants to be shown', async () => {
    const { queries } = await panel(14);
    expect(queries).toMatchObject([{ format: 'table', legendFormat: '{{job}}' }]);
  });

  it('does not ask what is hidden', async () => {
    expect((await panel(7)).queries.map(({ refId }) => refId)).toEqual(['A']);
  });

  it('gives the error of a query beside its text', async () => {
    const { queries } = await panel(8);
    expect(queries).toMatchObject([{ expr: 'sum((', series: [] }]);
    expect(queries[0]?.error).toMatch(/parse error/);
  });

  it('does not ask what it cannot', async () => {
    const { queries } = await panel(11);
    expect(queries).toMatchObject([{ error: 'a query to mysql is not previewed', series: [] }]);
  });

  it('makes lines for Loki, and says so', async () => {
    const { queries } = await panel(10);
    expect(queries[0]?.warnings).toEqual(['example data: no Loki was asked']);
    expect(queries[0]?.lines?.length).toBeGreaterThan(10);
  });

  it('gives texts for titles and links', async () => {
    const { texts, range } = await panel(1, { chosen: { job: ['api', 'worker'] } });
    expect(range).toEqual({ from: (NOW - 3600) * 1000, to: NOW * 1000 });
    expect(texts).toMatchObject({
      job: 'api + worker',
      source: 'Other',
      __dashboard: 'Shop',
      __interval: '1m',
      __range: '1h',
      __from: String((NOW - 3600) * 1000),
      __url_time_range: 'from=now-1h&to=now',
      __all_variables: 'var-job=api&var-job=worker&var-source=prom-2',
    });
  });

  it.each([
    ['a panel', '/api/panel', { ...VIEW, panel: 99, maxDataPoints: 1 }, 404, 'no panel 99'],
    ['a dashboard', '/api/variables', { ...VIEW, uid: 'x' }, 404, 'no dashboard `x`'],
    ['a time', '/api/variables', { ...VIEW, from: 'x' }, 400, '`x` to `now` is no time'],
    ['points', '/api/panel', { ...VIEW, panel: 1, maxDataPoints: 0 }, 400, 'maxDataPoints'],
  ])('%s that is not there', async (_name, path, body, status, error) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(server.url, path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.text) as { error: string }).error).toContain(error);
  });
});

it('annotations: values without a gap are one event', async () => {
  const { annotations } = await post<AnnotationsAnswer>(server.url, '/api/annotations', VIEW);
  const facts = {
    name: 'Deployments',
    color: 'purple',
    title: 'Version v2',
    text: 'by <b>ann</b>',
    tags: ['<b>ann</b>', 'v2'],
  };
  const before = (minutes: number) => (NOW - minutes * 60) * 1000;
  expect(annotations).toEqual([
    { ...facts, time: before(40), timeEnd: before(38) },
    { ...facts, time: before(20) },
  ]);
});

describe('alerts', () => {
  it('are in the state that their expression and `for` say', async () => {
    const answer = await ask(server.url, '/api/alerts?system=shop');
    const { at, alerts } = JSON.parse(answer.text) as AlertsAnswer;
    const before = (minutes: number) => (NOW - minutes * 60) * 1000;
    expect(at).toBe(NOW * 1000);
    expect(alerts[0]).toEqual({
      name: 'Backlog',
      group: 'queues',
      severity: 'warning',
      expr: 'queue_depth > 10',
      for: '5m',
      description: 'More than ten.',
      uid: 'shop',
      panel: 1,
      state: 'firing',
      active: [
        { state: 'firing', labels: { queue: 'long' }, since: before(25) },
        { state: 'firing', labels: { queue: 'late' }, since: before(3) },
        { state: 'pending', labels: { queue: 'new' }, since: before(3) },
      ],
    });
    expect(alerts[1]).toMatchObject({ name: 'Broken', state: 'inactive', active: [] });
    expect(alerts[1]?.error).toMatch(/parse error/);
  });

  it('of no system', async () => {
    expect(await ask(server.url, '/api/alerts?system=x')).toMatchObject({
      status: 404,
      text: '{"error":"there is no system `x`"}',
    });
  });
});
