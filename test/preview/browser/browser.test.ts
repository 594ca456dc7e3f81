import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type Browser, launchBrowser, logOf } from '../../../lib/preview/browser/index.ts';
import { Workplace } from '../../../lib/prove/index.ts';
import { toolPath } from '../../tool-path.ts';

const PAGE = `<!doctype html><title>A page</title><link rel="icon" href="data:,">
<style>body { margin: 0; font: 20px sans-serif } p { margin: 0; height: 3000px; background: #123 }</style>
<p>Text</p><canvas width="200" height="100"></canvas>
<script>
  const pen = document.querySelector('canvas').getContext('2d');
  pen.font = '30px serif';
  pen.fillText('Canvas', 5.5, 40.25);
</script>`;

let parent: string;
let workplace: Workplace;
let chromium: string;
let browser: Browser;
let server: Server;
let url: string;

beforeAll(async () => {
  parent = mkdtempSync(join(tmpdir(), 'dashc-parent-'));
  chromium = await toolPath('chromium');
  workplace = new Workplace(parent);
  browser = await launchBrowser(chromium, workplace);
  server = createServer((_, response) => response.end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(async () => {
  await workplace.close();
  server.close();
  rmSync(parent, { recursive: true, force: true });
});

const SIZE = { width: 400, height: 300 };

describe('a page', () => {
  it('tells what is in it', async () => {
    const page = await browser.newPage(SIZE);
    await page.open(url);
    expect(await page.evaluate('[document.title, innerWidth, devicePixelRatio]')).toEqual([
      'A page',
      400,
      1,
    ]);
    expect(await page.evaluate('Intl.DateTimeFormat().resolvedOptions().timeZone')).toBe('UTC');
    expect(await page.evaluate('new Promise((done) => requestAnimationFrame(() => done(7)))')).toBe(
      7,
    );
    expect(await page.evaluate('document.visibilityState')).toBe('visible');
    await page.close();
  });

  it('gives the same bytes for the same page, in another browser, too', async () => {
    const pictures = async (from: Browser) => {
      const page = await from.newPage(SIZE);
      await page.open(url);
      return page.picture({ x: 0, y: 2900, width: 400, height: 200 });
    };
    const other = await launchBrowser(chromium, workplace);
    const [one, two, three] = [
      await pictures(browser),
      await pictures(browser),
      await pictures(other),
    ];
    await other.close();
    expect(one.subarray(1, 4).toString()).toBe('PNG');
    // Below the window; the size is in the first chunk.
    expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([400, 200]);
    expect(two.equals(one)).toBe(true);
    expect(three.equals(one)).toBe(true);
  });

  it('draws while another page is there', async () => {
    const [one, two] = await Promise.all([browser.newPage(SIZE), browser.newPage(SIZE)]);
    const frame = 'new Promise((done) => requestAnimationFrame(done)).then(() => 1)';
    expect(await Promise.all([one.evaluate(frame), two.evaluate(frame)])).toEqual([1, 1]);
  });

  it.each([
    ['Promise.reject(new Error("no beans"))', 'the page failed: Error: no beans'],
    ['nowhere.at.all', 'the page failed: ReferenceError: nowhere is not defined'],
    ['throw 7', 'the page failed: 7'],
  ])('says what it threw: %s', async (script, message) => {
    const page = await browser.newPage(SIZE);
    await expect(page.evaluate(script)).rejects.toThrow(message);
  });

  it('does not wait for ever', async () => {
    const page = await browser.newPage(SIZE);
    const never = page.evaluate('new Promise(() => undefined)', 300);
    await expect(never).rejects.toThrow('Chromium did not answer `Runtime.evaluate` in 0.3 s');
    await expect(page.evaluate('for (;;);', 300)).rejects.toThrow(
      /Runtime.evaluate|the page failed/,
    );
    expect(await page.evaluate('1 + 1')).toBe(2);
  });

  it('reaches nothing but 127.0.0.1', async () => {
    const page = await browser.newPage(SIZE);
    await page.open(url);
    const log = logOf(page);
    const asked = (address: string) =>
      page.evaluate(
        `fetch(${JSON.stringify(address)}, { mode: 'no-cors' }).then(() => 'there', () => 'not there')`,
      );
    expect(await asked(url)).toBe('there');
    expect(await asked(url.replace('127.0.0.1', 'localhost'))).toBe('not there');
    expect(await asked('http://192.0.2.1/')).toBe('not there');
    expect(await asked('http://[::1]/')).toBe('not there');
    expect(await asked('https://grafana.example/')).toBe('not there');
    expect(log.requests).toEqual([
      url,
      url.replace('127.0.0.1', 'localhost'),
      'http://192.0.2.1/',
      'http://[::1]/',
      'https://grafana.example/',
    ]);
    expect(
      log.complaints.filter((each) => /ERR_(?:NAME_NOT_RESOLVED|CONNECTION)/.test(each)),
    ).toHaveLength(4);
    await expect(page.open('http://192.0.2.1/')).rejects.toThrow(
      'Chromium cannot open http://192.0.2.1/: net::ERR_NAME_NOT_RESOLVED',
    );
  });

  it('logs what it complains of, and goes on after a dialog', async () => {
    const page = await browser.newPage(SIZE);
    await page.open(url);
    const log = logOf(page);
    await page.evaluate(
      `console.log('fine'); console.error('bad', 7); alert('Hello'); setTimeout(() => { throw new Error('late'); })`,
    );
    await page.evaluate('new Promise((done) => setTimeout(done, 50))');
    expect(log.dialogs).toEqual(['Hello']);
    expect(log.complaints).toEqual([
      'console error: bad 7',
      expect.stringMatching(/^exception: Error: late\n/),
    ]);
  });
});

describe('a browser', () => {
  it('says so where it ends', async () => {
    const other = await launchBrowser(chromium, workplace);
    const page = await other.newPage(SIZE);
    const waiting = page.evaluate('new Promise(() => undefined)');
    await Promise.all([
      expect(waiting).rejects.toThrow(/^Chromium ended with a signal/),
      other.close(),
    ]);
    await expect(page.evaluate('1')).rejects.toThrow(/^Chromium ended with a signal/);
  });

  it('says why it does not start', async () => {
    const broken = join(parent, 'broken');
    writeFileSync(broken, '#!/bin/sh\necho no such library >&2\nexit 127\n', { mode: 0o755 });
    await expect(launchBrowser(broken, workplace)).rejects.toThrow(
      'Chromium ended with 127: no such library',
    );
    await expect(launchBrowser('/nowhere/chromium', workplace)).rejects.toThrow(
      /^Chromium ended with 127: .*\/nowhere\/chromium/,
    );
  });

  it('leaves nothing behind', async () => {
    const place = new Workplace(parent);
    const { newPage } = await launchBrowser(chromium, place);
    const page = await newPage(SIZE);
    expect(readdirSync(place.folder).sort()).toEqual([
      expect.stringMatching(/^chromium-/),
      expect.stringMatching(/^org\.chromium\./),
    ]);
    const waiting = page.evaluate('new Promise(() => undefined)');
    await Promise.all([expect(waiting).rejects.toThrow('interrupted'), place.close()]);
    expect(existsSync(place.folder)).toBe(false);
  });
});
