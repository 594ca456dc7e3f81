import { tmpdir } from 'node:os';

import { afterEach, beforeEach, expect, it } from 'vitest';

import type { Diagnostic } from '../../lib/diagnostics/index.ts';
import {
  type PreviewServer,
  runningPrometheus,
  startPreviewServer,
} from '../../lib/preview/index.ts';
import { ask } from './ask.ts';
import { sampleContent } from './sample-content.ts';
import { Told } from './told.ts';

let server: PreviewServer;
let told: Told;

beforeEach(async () => {
  const content = sampleContent([{ uid: 'shop', title: 'Before', tags: ['a'] }]);
  const data = runningPrometheus('http://127.0.0.1:9');
  server = await startPreviewServer({ page: tmpdir(), content, data });
  told = new Told(server.url);
});

afterEach(async () => {
  told.end();
  await server.close();
});

const FINDING: Diagnostic = {
  code: 'promql/syntax',
  severity: 'error',
  message: 'a bracket is missing',
  hint: '`)`',
  where: { file: 'dashboards/shop/a.ts', line: 3, column: 5, path: ['dashboard shop'] },
};

it('tells at once what there is', async () => {
  const state = {
    version: 1,
    systems: [
      {
        name: 'shop',
        dashboards: [{ uid: 'shop', title: 'Before', description: '', tags: ['a'] }],
        scenarios: [],
      },
    ],
    diagnostics: [],
    data: 'prometheus',
  };
  expect(await told.first(() => true)).toEqual(state);
  expect(JSON.parse((await ask(server.url, '/api/state')).text)).toEqual(state);
});

it('tells what is wrong, and keeps the dashboards of before', async () => {
  const { systems } = await told.first(() => true);
  server.update({ diagnostics: [FINDING] });
  const state = await told.first(({ diagnostics }) => diagnostics.length > 0);
  expect(state).toMatchObject({ version: 1, systems });
  expect(state.diagnostics).toEqual([
    {
      severity: 'error',
      code: 'promql/syntax',
      message: 'a bracket is missing',
      hint: '`)`',
      place: 'dashboards/shop/a.ts:3:5 › dashboard shop',
      text:
        'error promql/syntax\n' +
        '  dashboards/shop/a.ts:3:5 › dashboard shop\n' +
        '  a bracket is missing\n' +
        '  hint: `)`\n',
    },
  ]);
});

it('tells of new dashboards, which can be asked for at once', async () => {
  await told.first(() => true);
  const json = { uid: 'shop', title: 'After' };
  server.update({ content: sampleContent([json]), diagnostics: [] });
  const { systems } = await told.first(({ version }) => version === 2);
  expect(systems[0]?.dashboards).toMatchObject([{ uid: 'shop', title: 'After' }]);
  const { text } = await ask(server.url, '/api/dashboard?uid=shop');
  expect(JSON.parse(text)).toEqual(json);
});

it('ends while somebody listens', async () => {
  await told.first(() => true);
  await server.close();
  await expect(ask(server.url, '/')).rejects.toThrow('ECONNREFUSED');
});

it('says which port is taken', async () => {
  const port = Number(new URL(server.url).port);
  const content = sampleContent([]);
  const data = runningPrometheus('http://127.0.0.1:9');
  await expect(startPreviewServer({ page: '/', content, data, port })).rejects.toThrow(
    `cannot listen on port ${port}: `,
  );
});
