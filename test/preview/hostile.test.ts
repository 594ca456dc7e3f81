import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { pageFolder } from '../../lib/cli/preview/index.ts';
import {
  launchBrowser,
  logOf,
  openPreview,
  type Page,
  type PageLog,
  photograph,
  type PreviewServer,
  startPreviewServer,
} from '../../lib/preview/index.ts';
import { Workplace } from '../../lib/prove/index.ts';
import { toolPath } from '../tool-path.ts';
import { hostile, HOSTILE_DASHBOARD } from './hostile.ts';
import { BACKLOG, sampleContent } from './sample-content.ts';
import { samplePrometheus } from './sample-prometheus.ts';

let folder: string;
let workplace: Workplace;
let server: PreviewServer;
let page: Page;
let log: PageLog;

/** As a label's value stands in a text of samples. */
const LABEL = hostile('label-value').replaceAll('\\', '\\\\').replaceAll('"', '\\"');

beforeAll(async () => {
  const built = pageFolder();
  if (typeof built !== 'string') throw new Error(`${built.message}: ${built.hint}`);
  folder = mkdtempSync(path.join(tmpdir(), 'dashc-hostile-'));
  workplace = new Workplace(folder);
  const data = await samplePrometheus(workplace, [
    { series: `evil{label="${LABEL}"}`, minutes: [90, 0], value: (minute) => 7 - (minute % 4) },
    { series: 'evil{label="plain"}', minutes: [90, 0], value: (minute) => 5 + (minute % 3) },
  ]);
  const alert = {
    ...BACKLOG,
    name: hostile('alert'),
    group: hostile('group'),
    severity: hostile('severity'),
    description: hostile('alert-description'),
    expr: 'evil > 0',
  };
  const content = sampleContent([HOSTILE_DASHBOARD], [alert]);
  server = await startPreviewServer({ page: built, content, data });
  const browser = await launchBrowser(await toolPath('chromium'), workplace);
  page = await openPreview(browser, server.url);
  log = logOf(page);
}, 120_000);

afterAll(async () => {
  await workplace.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Gives handlers that wait for something a moment, and looks whether any of them ran. */
async function nothingHappened(): Promise<void> {
  await page.evaluate('new Promise((done) => setTimeout(done, 300))');
  expect(await page.evaluate('window.ranHostile ?? "nothing"')).toBe('nothing');
  expect(log.dialogs).toEqual([]);
  const outside = log.requests.filter((url) => !/^(?:data:|blob:)/.test(url) && !isOurs(url));
  expect(outside).toEqual([]);
}

function isOurs(url: string): boolean {
  return url.startsWith(`${server.url}/`);
}

it.each(['dark', 'light'] as const)(
  'a dashboard runs nothing and asks nobody outside, %s',
  { timeout: 120_000 },
  async (theme) => {
    const { drawn } = await photograph(page, {
      uid: 'hostile',
      theme,
      kiosk: false,
      expandRows: true,
    });
    await nothingHappened();
    // That nothing ran would say little of panels that did not draw.
    const states = Object.fromEntries(drawn.panels.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({ 1: 'drawn', 2: 'drawn', 5: 'drawn', 6: 'drawn', 13: 'drawn' });
  },
);

it('its text is there to be read', async () => {
  const text = await page.evaluate<string>('document.body.innerText');
  expect(text).toContain('<img src=x onerror=');
});

it('no link runs a script, and none opens us to another page', async () => {
  const links = await page.evaluate<readonly { href: string; rel: string; target: string }[]>(
    '[...document.querySelectorAll("a")].map(({ href, rel, target }) => ({ href, rel, target }))',
  );
  expect(links.filter(({ href }) => /^(?:javascript|data|vbscript):/i.test(href))).toEqual([]);
  const away = links.filter(({ href }) => href !== '' && !isOurs(href));
  expect(away.filter(({ rel }) => !rel.includes('noopener'))).toEqual([]);
});

it.each([
  ['the list of dashboards', '/'],
  ['the list of alerts', '/alerts/shop'],
  ['a system that does not exist', `/alerts/${encodeURIComponent(hostile('system'))}`],
  ['a dashboard that does not exist', `/d/${encodeURIComponent(hostile('path'))}`],
  [
    'values in the address',
    `/d/hostile?var-text=${encodeURIComponent(hostile('var'))}&from=${encodeURIComponent(hostile('from'))}` +
      `&scenario=${encodeURIComponent(hostile('scenario'))}&theme=${encodeURIComponent(hostile('theme'))}`,
  ],
])('%s: neither', { timeout: 60_000 }, async (_name, address) => {
  await page.open(`${server.url}${address}`);
  await page.evaluate('new Promise((done) => setTimeout(done, 700))');
  await nothingHappened();
});

describe('the same text, taken for HTML', { timeout: 120_000 }, () => {
  const insert = `(() => { document.body.innerHTML = ${JSON.stringify(hostile('wall'))}; })()`;
  const marks = async () => {
    await page.evaluate(insert);
    await page.evaluate('new Promise((done) => setTimeout(done, 300))');
    return page.evaluate('window.ranHostile ?? "nothing"');
  };

  it('runs where nothing forbids it', async () => {
    await page.open('about:blank');
    expect(await marks()).toContain('wall');
  });

  it('does not run on a page of ours: what the server says is a second wall', async () => {
    await page.open(`${server.url}/?kiosk=1`);
    expect(await marks()).toBe('nothing');
    expect(log.complaints.join('\n')).toMatch(/Content Security Policy/);
  });
});
