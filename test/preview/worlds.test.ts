import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadProject } from '../../lib/cli/compile.ts';
import type { Project } from '../../lib/model/index.ts';
import {
  contentOf,
  type PreviewServer,
  startPreviewServer,
  Worlds,
} from '../../lib/preview/index.ts';
import type { AlertsAnswer, PanelAnswer } from '../../lib/preview/protocol.ts';
import { BlockCache, Workplace } from '../../lib/prove/index.ts';
import { changed, WORLD } from '../cli/verify-shop.ts';
import { write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';
import { ask, post } from './ask.ts';
import { Told } from './told.ts';

let folder: string;
let workplace: Workplace;
let worlds: Worlds;
let server: PreviewServer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dashc-worlds-'));
  workplace = new Workplace(folder);
  const project = shop(WORLD);
  worlds = new Worlds(project, {
    promtool: await toolPath('promtool'),
    prometheus: await toolPath('prometheus'),
    workplace,
    cache: new BlockCache(path.join(folder, 'cache')),
    generator: 'test',
  });
  server = await startPreviewServer({ page: folder, content: contentOf(project), data: worlds });
});

afterAll(async () => {
  await server.close();
  await worlds.close();
  expect(prometheuses()).toEqual([]);
  expect(readdirSync(workplace.folder).filter((name) => name.startsWith('shop-'))).toEqual([]);
  await workplace.close();
  rmSync(folder, { recursive: true });
});

function shop(files: typeof WORLD): Project {
  const root = path.join(folder, 'project');
  write(root, files);
  const { value, diagnostics } = loadProject(root, undefined);
  expect(diagnostics).toEqual([]);
  return value;
}

async function alerts(scenario = ''): Promise<AlertsAnswer> {
  const of = scenario === '' ? '' : `&scenario=${scenario}`;
  const { text } = await ask(server.url, `/api/alerts?system=shop${of}`);
  return JSON.parse(text) as AlertsAnswer;
}

/** Process ids of those that run in our folder. */
function prometheuses(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`=${workplace.folder}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** The last value that the dashboard's second panel draws. */
async function queueLength(): Promise<string | undefined> {
  const { text } = await ask(server.url, '/api/dashboard?uid=shop-overview');
  const { panels } = JSON.parse(text) as { panels: { id: number; title: string }[] };
  const panel = panels.find(({ title }) => title === 'Queue')?.id;
  const view = { uid: 'shop-overview', from: 'now-1h', to: 'now', chosen: {} };
  const asked = { ...view, panel, maxDataPoints: 100 };
  const { queries } = await post<PanelAnswer>(server.url, '/api/panel', asked);
  return queries[0]?.series[0]?.values.at(-1)?.[1];
}

describe.runIf(process.platform === 'linux')('worlds', { timeout: 90_000 }, () => {
  it('nothing fires in the healthy one', async () => {
    expect((await alerts()).alerts).toMatchObject([{ name: 'ShopBacklog', state: 'inactive' }]);
  });

  it('in a scenario fires what it names', async () => {
    const { at, alerts: found } = await alerts('stalled');
    const [alert] = found;
    expect(alert).toMatchObject({ state: 'firing', active: [{ labels: { queue: 'mail' } }] });
    const minutes = (at - (alert?.active[0]?.since ?? 0)) / 60_000;
    // It begins two hours before the end, and waits five minutes.
    expect(minutes).toBeGreaterThan(113);
    expect(minutes).toBeLessThanOrEqual(115);
  });

  it('one start is enough for all who ask', async () => {
    await Promise.all([alerts(), alerts(), alerts('stalled')]);
    expect(prometheuses().length).toBe(2);
  });

  it('an unknown scenario is refused', async () => {
    expect(await ask(server.url, '/api/alerts?system=shop&scenario=x')).toMatchObject({
      status: 404,
      text: '{"error":"`shop` has no scenario `x`"}',
    });
  });

  it('one that ended is started again', async () => {
    for (const pid of prometheuses()) process.kill(pid, 'SIGKILL');
    await ask(server.url, '/api/alerts?system=shop');
    expect((await alerts()).alerts).toMatchObject([{ state: 'inactive' }]);
  });

  it('a change of the data is shown once it is there', async () => {
    expect(await queueLength()).toBe('3');
    const told = new Told(server.url);
    try {
      const { version } = await told.first(() => true);
      const project = shop(changed('systems/shop/scenarios.ts', '.set(3)', '.set(4)'));
      worlds.update(project, () => server.update({ data: true }));
      expect(await queueLength()).toBe('3');
      // Both worlds are made anew.
      await told.first((state) => state.version === version + 2);
      expect(await queueLength()).toBe('4');
    } finally {
      told.end();
    }
  });

  it('a change of dashboards and alerts alone starts nothing', async () => {
    await Promise.all([queueLength(), alerts('stalled')]);
    const before = prometheuses();
    const project = shop({
      ...changed('dashboards/shop/overview.ts', "'Overview'", "'Other'"),
      'systems/shop/scenarios.ts': (WORLD['systems/shop/scenarios.ts'] ?? '').replace('(3)', '(4)'),
    });
    worlds.update(project, () => expect.unreachable());
    expect(await queueLength()).toBe('4');
    expect(prometheuses()).toEqual(before);
  });
});
