import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { Diagnostic } from '../../../lib/diagnostics/index.ts';
import {
  type Drawn,
  launchBrowser,
  logOf,
  openPreview,
  type Page,
  type PageLog,
  photograph,
  type PreviewServer,
  startPreviewServer,
} from '../../../lib/preview/index.ts';
import { Workplace } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';
import { sampleContent } from '../sample-content.ts';
import { samplePrometheus } from '../sample-prometheus.ts';
import { PAGE, SAMPLES } from './page-sample.ts';

let parent: string;
let workplace: Workplace;
let server: PreviewServer;
let page: Page;
let log: PageLog;

/** Milliseconds. Chromium and Prometheus start slowly on a busy machine. */
const PATIENCE = 90_000;

const OTHER = { ...PAGE, uid: 'other', title: 'Another page' };

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'dashc-parent-'));
  workplace = new Workplace(parent);
  server = await startPreviewServer({
    page: join(__dirname, '../../../preview/dist'),
    content: sampleContent([PAGE, OTHER]),
    data: await samplePrometheus(workplace, SAMPLES),
  });
  const browser = await launchBrowser(await toolPath('chromium'), workplace);
  page = await openPreview(browser, `${server.url}/?kiosk=1`);
  log = logOf(page);
}, PATIENCE);

afterAll(async () => {
  await server.close();
  await workplace.close();
  rmSync(parent, { recursive: true, force: true });
});

/** Waits until an expression is true on the page. */
async function until(expression: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = () => ((${expression}) ? done() : setTimeout(look, 20));
    look();
  })`);
}

describe('an opened dashboard', () => {
  let drawn: Drawn;
  let png: Buffer;
  const request = { uid: 'page', theme: 'dark', kiosk: true, expandRows: true } as const;

  beforeAll(async () => {
    ({ drawn, png } = await photograph(page, request));
  }, PATIENCE);

  it.each([
    ['Sent by route', 'drawn', ['/a', '/b'], ['1 req/s', '0.100 req/s']],
    ['Depth of mail', 'drawn', ['mail: waiting'], ['12']],
    ['Depth of parse', 'drawn', ['parse: waiting'], ['short']],
    ['Bars', 'drawn', ['mail', 'parse'], ['12 min', '3 s']],
    ['Table', 'drawn', ['Queue', 'Depth', 'Twice'], ['mail', '12', '24', 'parse', '3', '6']],
    ['Map', 'unsupported', [], []],
    ['Nothing', 'empty', [], []],
    ['Broken', 'error', [], []],
    ['Own word', 'empty', [], []],
  ])('%s is %s', (title, state, names, values) => {
    expect(drawn.panels.find((panel) => panel.title === title)).toMatchObject({
      state,
      names,
      values,
    });
  });

  it('says what it does not draw', async () => {
    const text = await page.evaluate('document.body.innerText');
    expect(text).toContain('not previewed: geomap');
    expect(text).toContain('No data');
    expect(text).toContain('none of it');
  });

  it('has the same pixels when it is opened again', async () => {
    await photograph(page, { ...request, uid: 'other', theme: 'light' });
    const again = await photograph(page, request);
    expect(again.png.equals(png)).toBe(true);
  });

  it('complains about nothing', () => {
    expect(log.complaints).toEqual([]);
  });
});

describe('a page that somebody looks at', () => {
  const FINDING: Diagnostic = {
    code: 'load/broken',
    severity: 'error',
    message: '`x` is no metric',
    hint: '<script>y</script>',
    where: { file: 'dashboards/shop/page.ts', line: 3, path: [] },
  };
  const overlay = `document.querySelector('[data-testid=diagnostics]')`;

  beforeAll(async () => {
    await page.open(`${server.url}/d/page?from=now-1h&to=now`);
    await until(
      `document.querySelectorAll('canvas').length > 0 && !document.querySelector('[aria-label*=loading]')`,
    );
  });

  it('keeps its place, and draws only what changed', async () => {
    await page.evaluate(
      `[...document.querySelectorAll('button[aria-expanded=false]')].at(-1).click()`,
    );
    await until(`document.body.innerText.includes('not previewed')`);
    await page.evaluate(
      `window.scrollTo(0, 20); window.kept = document.querySelector('[data-panel="2"] canvas')`,
    );
    const panels = PAGE['panels'] as readonly { readonly title: string }[];
    const changed = {
      ...PAGE,
      panels: panels.map((panel) =>
        panel.title === 'Bars' ? { ...panel, title: 'Other bars' } : panel,
      ),
    };
    server.update({ content: sampleContent([changed, OTHER]) });
    await until(`document.body.innerText.includes('Other bars')`);
    expect(
      await page.evaluate(`[
        document.body.innerText.includes('not previewed'),
        window.scrollY,
        window.kept === document.querySelector('[data-panel="2"] canvas'),
        location.search,
      ]`),
    ).toEqual([true, 20, true, '?from=now-1h&to=now']);
  });

  it('shows why the sources were not compiled, until they are', async () => {
    server.update({ diagnostics: [FINDING] });
    await until(`${overlay}?.innerText.includes('is no metric')`);
    expect(await page.evaluate(`${overlay}.querySelector('script')`)).toBe(null);
    await page.evaluate(`${overlay}.querySelector('button').click()`);
    await until(`${overlay} === null`);
    server.update({ diagnostics: [{ ...FINDING, message: '`z` is no metric' }] });
    await until(`${overlay}?.innerText.includes('z')`);
    server.update({ diagnostics: [] });
    await until(`${overlay} === null`);
  });

  it('follows a link to another dashboard, and comes back', async () => {
    await page.evaluate(
      `[...document.querySelectorAll('header a')].find((a) => a.textContent === 'Another page').click()`,
    );
    await until(`document.querySelector('h1')?.textContent === 'Another page'`);
    await page.evaluate('history.back()');
    await until(`document.querySelector('h1')?.textContent === 'The page'`);
  });

  it('complains about nothing', () => {
    expect(log.complaints).toEqual([]);
  });
});
