import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type PreviewServer, startPreviewServer } from '../../lib/preview/index.ts';
import type { VariablesAnswer } from '../../lib/preview/protocol.ts';
import { applyRegex } from '../../lib/preview/variables/apply-regex.ts';
import { sortOptions } from '../../lib/preview/variables/sort-options.ts';
import { Workplace } from '../../lib/prove/index.ts';
import { post } from './ask.ts';
import { sampleContent } from './sample-content.ts';
import { samplePrometheus } from './sample-prometheus.ts';

let folder: string;
let workplace: Workplace;
let server: PreviewServer;

const ALWAYS = { minutes: [60, 0] as const, value: () => 1 };

/** One dashboard a row, so that a row can have any list of variables. */
const LISTS: Readonly<Record<string, readonly unknown[]>> = {
  'label values': [{ name: 'job', type: 'query', query: 'label_values(up, job)' }],
  'label values of an object': [
    {
      name: 'job',
      type: 'query',
      query: { query: 'label_values(up, job)', refId: 'A', qryType: 1 },
    },
  ],
  'label values of the definition': [
    { name: 'job', type: 'query', definition: 'label_values(up, job)' },
  ],
  'label values of all series': [{ name: 'zone', type: 'query', query: 'label_values(zone)' }],
  'a selector with commas': [
    { name: 'i', type: 'query', query: 'label_values(up{job="api",zone=~"a,b|a"}, instance)' },
  ],
  'label names': [{ name: 'label', type: 'query', query: 'label_names(jobs)' }],
  metrics: [{ name: 'metric', type: 'query', query: 'metrics(^u)' }],
  'query result': [
    {
      name: 'queue',
      type: 'query',
      query: 'query_result(topk(1, jobs))',
      regex: '/queue="(?<value>[^"]+)".* (?<text>\\d+) \\d+/',
    },
  ],
  series: [{ name: 's', type: 'query', query: 'jobs{queue="mail"}' }],
  chained: [
    { name: 'job', type: 'query', query: 'label_values(up, job)' },
    { name: 'instance', type: 'query', query: 'label_values(up{job="$job"}, instance)' },
  ],
  'all of several': [
    { name: 'job', type: 'query', query: 'label_values(up, job)', multi: true, includeAll: true },
    { name: 'instance', type: 'query', query: 'label_values(up{job=~"$job"}, instance)' },
  ],
  'all with a value of its own': [
    {
      name: 'job',
      type: 'query',
      query: 'label_values(up, job)',
      includeAll: true,
      allValue: 'work.*',
    },
    { name: 'instance', type: 'query', query: 'label_values(up{job=~"$job"}, instance)' },
  ],
  saved: [
    {
      name: 'job',
      type: 'query',
      query: 'label_values(up, job)',
      multi: true,
      current: { value: ['gone', 'worker.1'], text: 'x' },
    },
  ],
  sorted: [{ name: 'job', type: 'query', query: 'label_values(up, job)', sort: 2 }],
  'a pattern that hangs': [
    { name: 'job', type: 'query', query: 'label_values(up, long)', regex: '/^(a+)+$/' },
  ],
  'no pattern': [{ name: 'job', type: 'query', query: 'label_values(up, job)', regex: '/(/' }],
  'no query': [{ name: 'job', type: 'query', query: 'label_values(up{, job)' }],
  custom: [{ name: 'c', type: 'custom', query: 'a, two : 2, x\\,y', includeAll: true }],
  constant: [{ name: 'c', type: 'constant', query: 'api', hide: 2 }],
  textbox: [{ name: 't', type: 'textbox', query: 'text', label: 'Text' }],
  interval: [
    { name: 'i', type: 'interval', query: '1m,"5m"', auto: true, auto_count: 10, auto_min: '1m' },
    { name: 'c', type: 'query', query: 'query_result(vector($i))' },
  ],
  datasource: [{ name: 'd', type: 'datasource', query: 'prometheus' }],
  'datasources that match': [
    {
      name: 'd',
      type: 'datasource',
      query: 'prometheus',
      regex: '/^O/',
      current: { value: 'gone' },
    },
  ],
  adhoc: [{ name: 'filters', type: 'adhoc' }],
  'one that is no object': ['x', null],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dashc-preview-'));
  workplace = new Workplace(folder);
  const data = await samplePrometheus(workplace, [
    { series: 'up{job="api",instance="a:1",zone="a"}', ...ALWAYS },
    { series: 'up{job="api",instance="b:1",zone="b"}', ...ALWAYS },
    { series: 'up{job="worker.1",instance="w:1"}', ...ALWAYS },
    { series: `up{job="long",instance="l:1",long="${'a'.repeat(40)}!"}`, ...ALWAYS },
    { series: 'jobs{queue="mail"}', ...ALWAYS, value: () => 7 },
    { series: 'jobs{queue="push"}', ...ALWAYS },
  ]);
  const dashboards = Object.entries(LISTS).map(([uid, list]) => ({ uid, templating: { list } }));
  server = await startPreviewServer({ page: folder, content: sampleContent(dashboards), data });
});

afterAll(async () => {
  await server.close();
  await workplace.close();
  rmSync(folder, { recursive: true });
});

async function variablesOf(uid: string, chosen: Readonly<Record<string, readonly string[]>> = {}) {
  const view = { uid, from: 'now-30m', to: 'now', chosen };
  const { variables } = await post<VariablesAnswer>(server.url, '/api/variables', view);
  return variables;
}

describe('what can be chosen', () => {
  it.each([
    ['label values', ['api', 'long', 'worker.1']],
    ['label values of an object', ['api', 'long', 'worker.1']],
    ['label values of the definition', ['api', 'long', 'worker.1']],
    ['label values of all series', ['a', 'b']],
    ['a selector with commas', ['a:1']],
    ['label names', ['__name__', 'queue']],
    ['metrics', ['up']],
    ['query result', ['mail']],
    ['series', ['jobs{queue="mail"}']],
    ['sorted', ['worker.1', 'long', 'api']],
    ['custom', ['a', '2', 'x,y']],
    ['constant', ['api']],
    ['textbox', ['text']],
    ['interval', ['$__auto', '1m', '5m']],
    ['datasource', ['prom-1', 'prom-2']],
    ['datasources that match', ['prom-2']],
    ['adhoc', []],
  ])('%s', async (uid, expected) => {
    const [variable] = await variablesOf(uid);
    expect(variable?.error).toBe(undefined);
    expect(variable?.options.map(({ value }) => value)).toEqual(expected);
  });

  it.each([
    ['custom', ['a', 'two', 'x,y']],
    ['query result', ['7']],
    ['datasource', ['Main', 'Other']],
  ])('%s, as it is shown', async (uid, expected) => {
    const [variable] = await variablesOf(uid);
    expect(variable?.options.map(({ text }) => text)).toEqual(expected);
  });

  it.each([
    ['no query', /parse error/],
    ['no pattern', /Invalid regular expression/],
    ['a pattern that hangs', /takes too long/],
  ])('%s: an error', async (uid, error) => {
    const [variable] = await variablesOf(uid);
    expect(variable).toMatchObject({ options: [], error: expect.stringMatching(error) as string });
  });
});

describe('what is chosen', () => {
  it.each([
    ['label values', {}, ['api']],
    ['label values', { job: ['worker.1'] }, ['worker.1']],
    ['label values', { job: ['typed', 'other'] }, ['typed']],
    ['all of several', {}, ['$__all']],
    ['all of several', { job: ['api', 'long'] }, ['api', 'long']],
    ['saved', {}, ['worker.1']],
    ['custom', {}, ['$__all']],
    ['textbox', { t: ['mine'] }, ['mine']],
    ['datasources that match', {}, ['prom-2']],
    ['adhoc', {}, []],
  ])('%s, asked for %j', async (uid, chosen, expected) => {
    const [variable] = await variablesOf(uid, chosen);
    expect(variable?.current).toEqual(expected);
  });

  it.each([
    ['the first', 'chained', {}, ['a:1', 'b:1']],
    ['another', 'chained', { job: ['worker.1'] }, ['w:1']],
    ['a text that would end the query', 'chained', { job: ['"} or {job!="'] }, []],
    ['all', 'all of several', {}, ['a:1', 'b:1', 'l:1', 'w:1']],
    ['two', 'all of several', { job: ['api', 'worker.1'] }, ['a:1', 'b:1', 'w:1']],
    ['one of several', 'all of several', { job: ['worker.1'] }, ['w:1']],
    ['all with a value of its own', 'all with a value of its own', {}, ['w:1']],
  ])('%s: the next variable follows', async (_name, uid, chosen, expected) => {
    const [, variable] = await variablesOf(uid, chosen);
    expect(variable?.options.map(({ value }) => value)).toEqual(expected);
  });

  it('fills in an interval that fits', async () => {
    // Half an hour in ten parts is three minutes, which Grafana rounds to two.
    const [, variable] = await variablesOf('interval', { i: ['$__auto'] });
    expect(variable?.error).toMatch(/2m/);
  });
});

it('leaves out what is no variable', async () => {
  expect(await variablesOf('one that is no object')).toEqual([]);
});

describe('applyRegex', () => {
  const values = ['node-1:9100', 'db:9187', 'node-2:9100'];
  it.each([
    ['nothing', '', values],
    ['a filter', '/^node/', ['node', 'node']],
    ['the first group', '/^(.*):9100$/', ['node-1', 'node-2']],
    ['no slashes', 'db.*', ['db:9187']],
    ['no match', '/x/', []],
    ['a look-ahead', '/^(?!db)(.*):/', ['node-1', 'node-2']],
    ['flags', '/DB/i', ['db']],
    ['several matches of one value', '/(\\d)(?=\\d)/g', ['9', '1', '0', '8']],
  ])('%s', (_name, regex, expected) => {
    const found = applyRegex(values, regex).map(({ value }) => value);
    expect(found).toEqual([...new Set(expected)]);
  });
});

describe('sortOptions', () => {
  it.each([
    [0, ['b10', 'B2', 'a']],
    [1, ['a', 'b10', 'B2']],
    [2, ['B2', 'b10', 'a']],
    [3, ['a', 'B2', 'b10']],
    [4, ['b10', 'B2', 'a']],
    [5, ['a', 'b10', 'B2']],
    [7, ['a', 'B2', 'b10']],
    [8, ['b10', 'B2', 'a']],
    [9, ['b10', 'B2', 'a']],
  ])('%i', (sort, expected) => {
    const options = ['b10', 'B2', 'a'].map((text) => ({ text, value: text }));
    expect(sortOptions(options, sort).map(({ text }) => text)).toEqual(expected);
  });
});
