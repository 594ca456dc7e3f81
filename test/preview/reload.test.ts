import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { launchBrowser, logOf, type Page, type PageLog } from '../../lib/preview/index.ts';
import { Workplace } from '../../lib/prove/index.ts';
import { BIN, compileDashc } from '../cli/dashc.ts';
import { toolsOnPath, WORLD } from '../cli/verify-shop.ts';
import { write } from '../load/project-folder.ts';
import { toolPath } from '../tool-path.ts';

const SOURCE = 'dashboards/shop/overview.ts';

/** Higher than the window, with something to choose and to close. */
const OVERVIEW = `import { dashboard, labelValues, queryVariable, row, timeseries } from 'dashc';

import { m } from '../../systems/shop/index.ts';

const code = queryVariable('code', labelValues(m.requests_total, 'code'), {
  label: 'Status',
  description: 'Status of a request.',
  multi: true,
  includeAll: true,
});

export default dashboard({
  uid: 'shop-overview',
  title: 'Overview',
  description: 'Are requests served?',
  variables: [code],
  rows: [
    row('Closed', [timeseries('Out of sight', 'Jobs waiting.').query(m.queue_depth)]),
    row('Traffic', [
      timeseries('Requests', 'Requests by status.').query(
        m.requests_total.where({ code }).rate().sumBy('code').legend('status {{code}}'),
      ),
    ]),
    row('Queues', [timeseries('Queue', 'Jobs waiting.').query(m.queue_depth)], { height: 20 }),
  ],
});
`;

let root: string;
let url: string;
let workplace: Workplace;
let end: () => Promise<unknown>;
let page: Page;
let log: PageLog;

beforeAll(async () => {
  compileDashc();
  root = mkdtempSync(path.join(tmpdir(), 'dashc-reload-'));
  mkdirSync(path.join(root, 'node_modules'));
  write(root, { ...WORLD, [SOURCE]: OVERVIEW, 'package-lock.json': '{}' });
  const child = spawn(process.execPath, [BIN, 'preview', '--no-typecheck'], {
    cwd: root,
    env: { ...process.env, ...(await toolsOnPath()) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  end = () => {
    child.kill('SIGTERM');
    return ended;
  };
  url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (text: Buffer) => resolve(text.toString().trim()));
  });
  workplace = new Workplace(tmpdir());
  const browser = await launchBrowser(await toolPath('chromium'), workplace);
  page = await browser.newPage({ width: 1200, height: 700 });
  log = logOf(page);
  await page.open(`${url}/d/shop-overview?from=now-1h&to=now&var-code=500`);
}, 120_000);

afterAll(async () => {
  await end();
  await workplace.close();
  rmSync(root, { recursive: true, force: true });
});

function save(from: string, to: string): void {
  write(root, { [SOURCE]: OVERVIEW.replace(from, to) });
}

/** Waits until an expression is true on the page. */
async function until(expression: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => ((${expression}) ? done() : setTimeout(look, 20));
    look();
  })`);
}

/** Of all that somebody did to the page. */
const kept = () =>
  page.evaluate(`({
    hidden: !document.body.innerText.includes('Out of sight'),
    search: location.search,
    scrollY: window.scrollY,
    all: document.body.innerText.includes('status 200'),
  })`);

const KEPT = { hidden: true, search: '?from=now-1h&to=now&var-code=500', scrollY: 120, all: false };

const OVERLAY = `document.querySelector('[data-testid=diagnostics]')`;

const shows = (text: string) => `document.body.innerText.includes('${text}')`;

it('a page keeps its place while its source is saved, broken and mended', async () => {
  await until(shows('status 500'));
  await page.evaluate(`[...document.querySelectorAll('button[aria-expanded=true]')]
    .find((button) => button.innerText.includes('Closed')).click()`);
  await until(`!${shows('Out of sight')}`);
  await page.evaluate('window.scrollTo(0, 120)');
  expect(await kept()).toEqual(KEPT);

  save('status {{code}}', 'answered with {{code}}');
  await until(shows('answered with 500'));
  expect(await page.evaluate(shows('answered with 200'))).toBe(false);
  expect(await kept()).toEqual(KEPT);

  save('rows: [', 'rows [');
  await until(`${OVERLAY}?.innerText.includes('load/syntax')`);
  expect(await page.evaluate(`${OVERLAY}.innerText.includes('${SOURCE}')`)).toBe(true);
  expect(await page.evaluate(shows('answered with 500'))).toBe(true);
  expect(await page.evaluate(`document.querySelectorAll('canvas').length > 0`)).toBe(true);

  save("title: 'Overview'", "title: 'Mended'");
  await until(`${OVERLAY} === null && document.querySelector('h1')?.textContent === 'Mended'`);
  await until(shows('status 500'));
  expect(await kept()).toEqual(KEPT);
  expect(log.complaints).toEqual([]);
});

it('a tab can open any number of pages', async () => {
  // Chromium keeps the pages before it, and makes six connections to a server, for all of them.
  for (const title of ['1', '2', '3', '4', '5', '6', '7', '8']) {
    await page.open(`${url}/d/shop-overview?page=${title}`, 20_000);
    await until(shows('status 500'));
  }
});
